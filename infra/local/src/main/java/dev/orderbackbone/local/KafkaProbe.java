package dev.orderbackbone.local;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Ready when the broker's own metadata lists a broker: it listens, has caught up, and the controller has let it in.
 * Before that it accepts connections but would refuse to create a topic.
 */
record KafkaProbe(int port) implements Probe {

    private static final short METADATA = 3;
    private static final short VERSION = 4;
    private static final int CORRELATION_ID = 1;
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    @Override
    public void check() throws IOException {
        try (Connection connection = new Connection(port)) {
            byte[] request = request();
            connection.out.writeInt(request.length);
            connection.out.write(request);
            connection.out.flush();
            int length = connection.in.readInt();
            int correlationId = connection.in.readInt();
            if (length > MAX_ANSWER_BYTES || correlationId != CORRELATION_ID) {
                throw new IOException("port " + port + " does not speak Kafka");
            }
            connection.in.readInt(); // throttle time
            if (connection.in.readInt() < 1) {
                throw new IOException("the broker is not yet registered with the controller");
            }
        }
    }

    /** Metadata of no topic. */
    private static byte[] request() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(METADATA);
        out.writeShort(VERSION);
        out.writeInt(CORRELATION_ID);
        out.writeShort(-1); // no client id
        out.writeInt(0); // no topics
        out.writeBoolean(false); // create none
        return bytes.toByteArray();
    }
}
