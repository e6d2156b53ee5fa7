-- The tables of one version of the read models; ${schema} is read_<version>. Written by the projector only, queried through mart only.
--
-- Facts (order_lines, order_events, payment_transactions, stock_decisions, refusals) are inserted once and never changed. What is folded
-- (orders, stock_levels, notifications, positions) is updated in place: it has room in its pages and no index on a column that changes, so
-- that an update touches no index (HOT).

create schema ${schema};
comment on schema ${schema} is
    'One version of the read models. Source: the log. May be dropped and rebuilt at any time.';

create table ${schema}.orders (
    content_hash        bigint      not null,
    total_minor         bigint      not null,
    goods_minor         bigint      not null,
    charges_minor       bigint      not null,
    ordered_units       bigint      not null,
    ordered_at          timestamptz not null,
    placed_at           timestamptz not null,
    confirm_by          timestamptz not null,
    authorized_minor    bigint      not null,
    shipped_minor       bigint      not null,
    returned_minor      bigint      not null,
    shipped_units       bigint      not null,
    returned_units      bigint      not null,
    confirmed_at        timestamptz,
    closed_at           timestamptz,
    updated_at          timestamptz not null,
    source_offset       bigint      not null,
    last_event_id       uuid        not null,
    source_partition    integer     not null,
    sequence            integer     not null,
    line_count          integer     not null,
    order_id            text        collate "C" not null,
    status              text        not null,
    hold_reason         text,
    cancellation_reason text,
    detail              text,
    currency_code       text        not null,
    store_id            text        not null,
    idempotency_key     text        not null,
    customer_id         text,
    country             text,
    charges             jsonb,
    shipped_quantities  integer[],
    returned_quantities integer[],
    constraint orders_key primary key (order_id)
) with (fillfactor = 50); -- three updates in a life: half of each page free makes 9 in 10 of them HOT, a quarter 6 in 10
create index orders_by_time on ${schema}.orders (placed_at, order_id);
create index orders_by_customer on ${schema}.orders (customer_id, placed_at) where customer_id is not null;
comment on table ${schema}.orders is
    'Orders as they stand. Grain: one row per order. Source: orders.events.v1, folded up to source_offset.';
comment on column ${schema}.orders.content_hash is 'Hash of what was submitted: tells a repetition from other content.';
comment on column ${schema}.orders.total_minor is 'To pay in all, in minor units of currency_code.';
comment on column ${schema}.orders.goods_minor is 'Sum of quantity times unit price over the lines, in minor units of currency_code.';
comment on column ${schema}.orders.charges_minor is 'Sum of the charges, in minor units of currency_code; discounts are negative.';
comment on column ${schema}.orders.ordered_units is 'Units over all lines.';
comment on column ${schema}.orders.ordered_at is 'When the customer ordered, by the storefront''s clock, UTC.';
comment on column ${schema}.orders.placed_at is 'When the order was accepted, UTC.';
comment on column ${schema}.orders.confirm_by is 'When it expires unless confirmed, UTC.';
comment on column ${schema}.orders.authorized_minor is 'Authorised at confirmation, in minor units of currency_code.';
comment on column ${schema}.orders.shipped_minor is 'Value of all shipments, in minor units of currency_code.';
comment on column ${schema}.orders.returned_minor is 'To refund for what came back, in minor units of currency_code.';
comment on column ${schema}.orders.shipped_units is 'Units shipped.';
comment on column ${schema}.orders.returned_units is 'Units that came back.';
comment on column ${schema}.orders.confirmed_at is 'When it was confirmed, UTC; null where it was not.';
comment on column ${schema}.orders.closed_at is 'When it ended, UTC; null while it is open.';
comment on column ${schema}.orders.updated_at is 'When its last event occurred, UTC.';
comment on column ${schema}.orders.source_offset is 'Offset of the last event folded in.';
comment on column ${schema}.orders.last_event_id is 'Event id of the last event folded in.';
comment on column ${schema}.orders.source_partition is 'Partition of the order''s events.';
comment on column ${schema}.orders.sequence is 'Number of the last event folded in: 1, 2, ... per order.';
comment on column ${schema}.orders.line_count is 'Lines of the order.';
comment on column ${schema}.orders.order_id is 'The order.';
comment on column ${schema}.orders.status is
    'PENDING, HELD, CONFIRMED, PROCESSING, CANCELLING; in the end COMPLETED, CANCELLED, EXPIRED or REJECTED.';
comment on column ${schema}.orders.hold_reason is 'What a HELD order waits for; else null.';
comment on column ${schema}.orders.cancellation_reason is 'Why it is or was taken back; null where it was not.';
comment on column ${schema}.orders.detail is 'What exactly, of the hold or the cancellation; null where there is nothing to say.';
comment on column ${schema}.orders.currency_code is 'ISO 4217 code of all amounts of the row.';
comment on column ${schema}.orders.store_id is 'The store (shop, tenant).';
comment on column ${schema}.orders.idempotency_key is 'The storefront''s own key of this intent.';
comment on column ${schema}.orders.customer_id is 'The storefront''s pseudonymous customer reference; null for a guest.';
comment on column ${schema}.orders.country is 'Country of delivery, ISO 3166-1 alpha-2; null where unknown.';
comment on column ${schema}.orders.charges is
    'The charges as an array of {code, description, amountMinor}, in minor units of currency_code; null where there are none.';
comment on column ${schema}.orders.shipped_quantities is 'Units shipped by line number; null before the first shipment.';
comment on column ${schema}.orders.returned_quantities is 'Units that came back by line number; null before the first return.';

create table ${schema}.order_lines (
    unit_price_minor    bigint      not null,
    line_number         integer     not null,
    quantity            integer     not null,
    order_id            text        collate "C" not null,
    sku                 text        not null,
    location            text        not null,
    description         text,
    constraint order_lines_key primary key (order_id, line_number)
);
comment on table ${schema}.order_lines is
    'Lines as ordered. Grain: one row per order and line. Source: OrderPlaced on orders.events.v1; never changed.';
comment on column ${schema}.order_lines.unit_price_minor is 'Price of one unit, in minor units of the order''s currency.';
comment on column ${schema}.order_lines.line_number is '1, 2, ... within the order.';
comment on column ${schema}.order_lines.quantity is 'Units ordered.';
comment on column ${schema}.order_lines.order_id is 'The order.';
comment on column ${schema}.order_lines.sku is 'Stock keeping unit.';
comment on column ${schema}.order_lines.location is 'Stock location that the line ships from.';
comment on column ${schema}.order_lines.description is 'What the storefront called it; null where it did not say.';

create table ${schema}.order_events (
    occurred_at         timestamptz not null,
    source_offset       bigint      not null,
    event_id            uuid        not null,
    causation_id        uuid        not null,
    source_partition    integer     not null,
    sequence            integer     not null,
    order_id            text        collate "C" not null,
    type                text        not null,
    details             jsonb       not null,
    constraint order_events_key primary key (order_id, sequence)
);
create index order_events_by_time on ${schema}.order_events using brin (occurred_at);
comment on table ${schema}.order_events is
    'Timeline of the orders. Grain: one row per order and sequence. Source: orders.events.v1; never changed.';
comment on column ${schema}.order_events.occurred_at is 'When it was decided, UTC.';
comment on column ${schema}.order_events.source_offset is 'Its offset on orders.events.v1.';
comment on column ${schema}.order_events.event_id is 'Unique id of the event, a UUIDv7.';
comment on column ${schema}.order_events.causation_id is 'Event id of the message that caused it.';
comment on column ${schema}.order_events.source_partition is 'Its partition on orders.events.v1.';
comment on column ${schema}.order_events.sequence is '1, 2, ... per order, without gaps.';
comment on column ${schema}.order_events.order_id is 'The order.';
comment on column ${schema}.order_events.type is 'Record name, such as OrderPlaced.';
comment on column ${schema}.order_events.details is
    'What else it says, by the names of its fields; amounts end in Minor and are in minor units of the order''s currency.';

create table ${schema}.payment_transactions (
    occurred_at         timestamptz not null,
    source_offset       bigint      not null,
    amount_minor        bigint,
    event_id            uuid        not null,
    causation_id        uuid        not null,
    source_partition    integer     not null,
    order_id            text        collate "C" not null,
    operation           text        not null,
    outcome             text        not null,
    operation_id        text        not null,
    currency_code       text,
    code                text,
    constraint payment_transactions_key primary key (order_id, source_offset)
);
comment on table ${schema}.payment_transactions is
    'What became of each payment operation. Grain: one row per event. Source: payments.events.v1; never changed.';
comment on column ${schema}.payment_transactions.occurred_at is 'When it was decided, UTC.';
comment on column ${schema}.payment_transactions.source_offset is 'Its offset on payments.events.v1.';
comment on column ${schema}.payment_transactions.amount_minor is 'Amount, in minor units of currency_code; null where the event states none.';
comment on column ${schema}.payment_transactions.event_id is 'Unique id of the event, a UUIDv7.';
comment on column ${schema}.payment_transactions.causation_id is 'Event id of the message that caused it.';
comment on column ${schema}.payment_transactions.source_partition is 'Its partition on payments.events.v1.';
comment on column ${schema}.payment_transactions.order_id is 'The order.';
comment on column ${schema}.payment_transactions.operation is 'AUTHORIZE, CAPTURE, VOID or REFUND.';
comment on column ${schema}.payment_transactions.outcome is
    'DONE, DECLINED, FAILED; OUTCOME_UNKNOWN (nobody knows yet), REVIEW_REQUIRED (a person must find out), OUTCOME_RESOLVED (it became known, the outcome''s own row follows).';
comment on column ${schema}.payment_transactions.operation_id is 'The shipment of a capture, the return of a refund; else empty.';
comment on column ${schema}.payment_transactions.currency_code is 'ISO 4217 code; null where the event states no amount.';
comment on column ${schema}.payment_transactions.code is
    'Gateway''s code of a refusal, its id of an authorisation, or the outcome that was found; null where there is none.';

create table ${schema}.notifications (
    occurred_at         timestamptz not null,
    source_offset       bigint      not null,
    event_id            uuid        not null,
    causation_id        uuid        not null,
    source_partition    integer     not null,
    attempt             integer     not null,
    order_id            text        collate "C" not null,
    milestone           text        not null,
    channel             text        not null,
    occasion            text        collate "C" not null,
    outcome             text        not null,
    message_id          text        not null,
    reason              text,
    constraint notifications_key primary key (order_id, milestone, channel, occasion)
) with (fillfactor = 90);
comment on table ${schema}.notifications is
    'Messages to customers. Grain: one row per order, milestone, channel and occasion. Source: notifications.events.v1, the last word on it.';
comment on column ${schema}.notifications.occurred_at is 'When it was sent, given up or suppressed, UTC.';
comment on column ${schema}.notifications.source_offset is 'Offset of the last word on notifications.events.v1.';
comment on column ${schema}.notifications.event_id is 'Unique id of the event, a UUIDv7.';
comment on column ${schema}.notifications.causation_id is 'Event id of the message that caused it.';
comment on column ${schema}.notifications.source_partition is 'Its partition on notifications.events.v1.';
comment on column ${schema}.notifications.attempt is 'Of which request; 0 where nothing was sent.';
comment on column ${schema}.notifications.order_id is 'The order.';
comment on column ${schema}.notifications.milestone is 'What it is about: CONFIRMED, REJECTED, CANCELLED, SHIPPED, REFUNDED.';
comment on column ${schema}.notifications.channel is 'EMAIL or WEBHOOK.';
comment on column ${schema}.notifications.occasion is 'The shipment or refund, where the milestone can come more than once; else empty.';
comment on column ${schema}.notifications.outcome is 'SENT, FAILED (given up) or SUPPRESSED (not sent, on purpose).';
comment on column ${schema}.notifications.message_id is 'Stable id of the message; a repeated sending carries the same one.';
comment on column ${schema}.notifications.reason is 'What the receiver said, or why it was suppressed; null where it was sent.';

create table ${schema}.stock_decisions (
    pool_sequence       bigint      not null,
    occurred_at         timestamptz not null,
    source_offset       bigint      not null,
    event_id            uuid        not null,
    causation_id        uuid        not null,
    source_partition    integer     not null,
    pool                text        collate "C" not null,
    kind                text        not null,
    order_id            text        collate "C",
    reference           text,
    reason              text,
    skus                text[]      not null,
    quantities          bigint[]    not null,
    stated              bigint[],
    constraint stock_decisions_key primary key (pool, pool_sequence)
);
comment on table ${schema}.stock_decisions is
    'What a stock pool decided. Grain: one row per pool and pool sequence; its lines are arrays, one row per line is in mart.stock_movements. Source: inventory.events.v1 and stock.events.v1; never changed.';
comment on column ${schema}.stock_decisions.pool_sequence is '1, 2, ... per pool, without gaps: the order in which the pool decided.';
comment on column ${schema}.stock_decisions.occurred_at is 'When it was decided, UTC.';
comment on column ${schema}.stock_decisions.source_offset is 'Its offset on the source topic.';
comment on column ${schema}.stock_decisions.event_id is 'Unique id of the event, a UUIDv7.';
comment on column ${schema}.stock_decisions.causation_id is 'Event id of the command.';
comment on column ${schema}.stock_decisions.source_partition is 'Its partition on the source topic.';
comment on column ${schema}.stock_decisions.pool is 'Stock pool.';
comment on column ${schema}.stock_decisions.kind is
    'RESERVED, REFUSED, RELEASED, CONSUMED, RETURNED (source inventory.events.v1); RECEIVED, ADJUSTED (source stock.events.v1).';
comment on column ${schema}.stock_decisions.order_id is 'The order; null for receipts and adjustments.';
comment on column ${schema}.stock_decisions.reference is 'The shipment, return, receipt or adjustment; null for the rest.';
comment on column ${schema}.stock_decisions.reason is 'Why stock was adjusted; else null.';
comment on column ${schema}.stock_decisions.skus is 'Stock keeping units, one per line.';
comment on column ${schema}.stock_decisions.quantities is
    'Units by line, in the order of skus: what was done; of a REFUSED what was asked for; of an ADJUSTED negative where units were taken away.';
comment on column ${schema}.stock_decisions.stated is
    'Units by line, in the order of skus: of a REFUSED what was available; of an ADJUSTED what was asked for; else null.';

create table ${schema}.stock_levels (
    on_hand             bigint      not null,
    reserved            bigint      not null,
    pool_sequence       bigint      not null,
    as_of               timestamptz not null,
    event_id            uuid        not null,
    source_offset       bigint      not null,
    source_partition    integer     not null,
    pool                text        collate "C" not null,
    sku                 text        collate "C" not null,
    constraint stock_levels_key primary key (pool, sku)
) with (fillfactor = 50);
comment on table ${schema}.stock_levels is
    'Stock as it stands. Grain: one row per pool and SKU. Source: the last level on stock.levels.v1.';
comment on column ${schema}.stock_levels.on_hand is 'Units on the shelf.';
comment on column ${schema}.stock_levels.reserved is 'Units of them that are promised to orders.';
comment on column ${schema}.stock_levels.pool_sequence is 'Up to which decision of the pool the level counts.';
comment on column ${schema}.stock_levels.as_of is 'When the level was told, UTC.';
comment on column ${schema}.stock_levels.event_id is 'Unique id of the level, a UUIDv7.';
comment on column ${schema}.stock_levels.source_offset is 'Its offset on stock.levels.v1.';
comment on column ${schema}.stock_levels.source_partition is 'Its partition on stock.levels.v1.';
comment on column ${schema}.stock_levels.pool is 'Stock pool.';
comment on column ${schema}.stock_levels.sku is 'Stock keeping unit.';

create table ${schema}.refusals (
    occurred_at         timestamptz not null,
    source_offset       bigint      not null,
    event_id            uuid        not null,
    causation_id        uuid        not null,
    source_partition    integer     not null,
    order_id            text        collate "C" not null,
    store_id            text        not null,
    intake_type         text        not null,
    rule                text        not null,
    field               text        not null,
    message             text        not null,
    constraint refusals_key primary key (order_id, source_partition, source_offset)
);
comment on table ${schema}.refusals is
    'Intake events that changed nothing. Grain: one row per refused event. Source: orders.refusals.v1; never changed.';
comment on column ${schema}.refusals.occurred_at is 'When it was refused, UTC.';
comment on column ${schema}.refusals.source_offset is 'Its offset on orders.refusals.v1.';
comment on column ${schema}.refusals.event_id is 'Unique id of the refusal, a UUIDv7.';
comment on column ${schema}.refusals.causation_id is 'Event id of the refused event.';
comment on column ${schema}.refusals.source_partition is 'Its partition on orders.refusals.v1.';
comment on column ${schema}.refusals.order_id is 'The order that the event was for; there need not be one.';
comment on column ${schema}.refusals.store_id is 'The store (shop, tenant).';
comment on column ${schema}.refusals.intake_type is 'Record name of the refused event, such as OrderSubmitted.';
comment on column ${schema}.refusals.rule is 'The broken rule, such as total-equals-sum.';
comment on column ${schema}.refusals.field is 'JSON pointer (RFC 6901) to the field that breaks it; empty for the whole event.';
comment on column ${schema}.refusals.message is 'What is wrong, for a person.';

create table ${schema}.positions (
    next_offset         bigint      not null,
    end_offset          bigint      not null,
    applied             bigint      not null,
    ignored             bigint      not null,
    parked              bigint      not null,
    last_event_at       timestamptz,
    caught_up_at        timestamptz,
    observed_at         timestamptz not null,
    owner               uuid        not null,
    source_partition    integer     not null,
    topic               text        collate "C" not null,
    constraint positions_key primary key (topic, source_partition)
) with (fillfactor = 30);
comment on table ${schema}.positions is
    'How far the log has been projected. Grain: one row per topic and partition. Source: the projector, in the transaction of the rows themselves.';
comment on column ${schema}.positions.next_offset is 'Offset of the next record to project; all before it are in the tables.';
comment on column ${schema}.positions.end_offset is 'End of the partition when it was last looked at: the last offset that is committed, plus 1.';
comment on column ${schema}.positions.applied is 'Records projected.';
comment on column ${schema}.positions.ignored is 'Records that rightly changed nothing.';
comment on column ${schema}.positions.parked is 'Records set aside on inventory-projector.parked.v1.';
comment on column ${schema}.positions.last_event_at is 'When the last projected event occurred, UTC; null before the first.';
comment on column ${schema}.positions.caught_up_at is 'When the projector was last at the end of the partition, UTC; null if it never was.';
comment on column ${schema}.positions.observed_at is 'When the projector was last heard of, UTC.';
comment on column ${schema}.positions.owner is 'The projector that may write; another one finds itself shut out.';
comment on column ${schema}.positions.source_partition is 'The partition.';
comment on column ${schema}.positions.topic is 'The topic.';

create table ${schema}.tallies (
    records             bigint      not null,
    source_partition    integer     not null,
    topic               text        collate "C" not null,
    outcome             text        collate "C" not null,
    reason              text        collate "C" not null,
    constraint tallies_key primary key (topic, source_partition, outcome, reason)
) with (fillfactor = 50);
comment on table ${schema}.tallies is
    'Why records were ignored or parked. Grain: one row per topic, partition, outcome and reason. Source: the projector.';
comment on column ${schema}.tallies.records is 'Records counted.';
comment on column ${schema}.tallies.source_partition is 'The partition.';
comment on column ${schema}.tallies.topic is 'The topic.';
comment on column ${schema}.tallies.outcome is 'IGNORED or PARKED.';
comment on column ${schema}.tallies.reason is 'One of a small set of reasons, such as unknown-type.';
