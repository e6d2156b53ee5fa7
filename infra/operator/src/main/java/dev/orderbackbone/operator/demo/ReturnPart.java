package dev.orderbackbone.operator.demo;

import dev.orderbackbone.operator.demo.retail.Input.Return.Part;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has become of the goods that came back from one order. */
final class ReturnPart {
    private final Part part;
    private Stage stage = Stage.WAITING;
    private boolean hasItsTurn;
    private boolean orderHasShipped;
    private @Nullable String refusal;

    private enum Stage {
        WAITING,
        UNDER_WAY,
        RETURNED,
        REFUSED
    }

    ReturnPart(Part part) {
        this.part = part;
    }

    String orderId() {
        return part.orderId();
    }

    String returnId() {
        return part.returnId();
    }

    /** Its place among the inputs has been reached. */
    void turn() {
        hasItsTurn = true;
    }

    void orderHasShipped() {
        orderHasShipped = true;
    }

    void orderHasNotShipped() {
        refuse(Accounts.ORDER_NOT_SHIPPED);
    }

    /** What is to be sent, once: when its turn has come and its order has shipped. */
    Optional<Part> takeIfReady() {
        if (stage != Stage.WAITING || !hasItsTurn || !orderHasShipped) {
            return Optional.empty();
        }
        stage = Stage.UNDER_WAY;
        return Optional.of(part);
    }

    void complete() {
        stage = Stage.RETURNED;
    }

    void refuse(String rule) {
        if (stage != Stage.RETURNED) {
            stage = Stage.REFUSED;
            refusal = rule;
        }
    }

    boolean isUnderWay() {
        return stage == Stage.UNDER_WAY;
    }

    boolean isPending() {
        return stage == Stage.WAITING || stage == Stage.UNDER_WAY;
    }

    boolean isReturned() {
        return stage == Stage.RETURNED;
    }

    /** Why it was refused; empty where it was not. */
    Optional<String> refusal() {
        return stage == Stage.REFUSED ? Optional.ofNullable(refusal) : Optional.empty();
    }
}
