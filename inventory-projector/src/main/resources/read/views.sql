-- What people query; ${schema} is the version of the read models that the views show. The former views are dropped in the same transaction:
-- that is the swap, and nobody sees a moment without them.

create view mart.currencies as
select currency_code, exponent, minor_unit, name
from projection.currencies;
comment on view mart.currencies is
    'Currencies. Grain: one row per ISO 4217 code. Source: java.util.Currency of the projector''s JDK.';
comment on column mart.currencies.currency_code is 'ISO 4217 code.';
comment on column mart.currencies.exponent is 'Decimal digits of the minor unit: EUR 2, JPY 0, KWD 3.';
comment on column mart.currencies.minor_unit is 'Value of one minor unit in units of the currency, such as 0.01.';
comment on column mart.currencies.name is 'English name.';

create view mart.orders as
select
    o.order_id,
    o.store_id,
    o.status,
    case
        when o.returned_units > 0 and o.returned_units >= o.shipped_units then 'RETURNED'
        when o.returned_units > 0 then 'PARTLY_RETURNED'
        when o.shipped_units = 0 then 'NOT_SHIPPED'
        when o.shipped_units < o.ordered_units then 'PARTLY_SHIPPED'
        else 'SHIPPED'
    end as fulfilment_status,
    o.sequence,
    o.hold_reason,
    o.cancellation_reason,
    o.detail,
    o.currency_code,
    o.total_minor,
    o.total_minor * c.minor_unit as total,
    o.goods_minor,
    o.goods_minor * c.minor_unit as goods,
    o.charges_minor,
    o.charges_minor * c.minor_unit as charges,
    o.authorized_minor,
    o.authorized_minor * c.minor_unit as authorized,
    o.shipped_minor,
    o.shipped_minor * c.minor_unit as shipped,
    o.returned_minor,
    o.returned_minor * c.minor_unit as returned,
    o.line_count,
    o.ordered_units,
    o.shipped_units,
    o.returned_units,
    o.charges as charge_list,
    o.customer_id,
    o.country,
    o.idempotency_key,
    o.content_hash,
    o.ordered_at,
    o.placed_at,
    o.confirm_by,
    o.confirmed_at,
    o.closed_at,
    o.updated_at,
    o.last_event_id,
    o.source_partition,
    o.source_offset
from ${schema}.orders o
left join projection.currencies c on c.currency_code = o.currency_code;
comment on view mart.orders is
    'Orders as they stand. Grain: one row per order. Source: orders.events.v1, folded up to source_offset.';
comment on column mart.orders.order_id is 'The order.';
comment on column mart.orders.store_id is 'The store (shop, tenant).';
comment on column mart.orders.status is
    'PENDING, HELD, CONFIRMED, PROCESSING, CANCELLING; in the end COMPLETED, CANCELLED, EXPIRED or REJECTED.';
comment on column mart.orders.fulfilment_status is
    'NOT_SHIPPED, PARTLY_SHIPPED, SHIPPED, PARTLY_RETURNED (some of what shipped is back) or RETURNED, derived from the units.';
comment on column mart.orders.sequence is 'Number of the last event folded in: 1, 2, ... per order.';
comment on column mart.orders.hold_reason is 'What a HELD order waits for: PAYMENT_UNKNOWN, CAPTURE_FAILED, OPERATOR; else null.';
comment on column mart.orders.cancellation_reason is
    'Why it is or was taken back: REQUESTED, EXPIRED, OUT_OF_STOCK, PAYMENT_DECLINED; null where it was not.';
comment on column mart.orders.detail is 'What exactly, of the hold or the cancellation; null where there is nothing to say.';
comment on column mart.orders.currency_code is 'ISO 4217 code of all amounts of the row.';
comment on column mart.orders.total_minor is 'To pay in all, in minor units of currency_code.';
comment on column mart.orders.total is 'To pay in all, in units of currency_code.';
comment on column mart.orders.goods_minor is 'Sum of quantity times unit price over the lines, in minor units of currency_code.';
comment on column mart.orders.goods is 'Sum of quantity times unit price over the lines, in units of currency_code.';
comment on column mart.orders.charges_minor is 'Sum of the charges, in minor units of currency_code; discounts are negative.';
comment on column mart.orders.charges is 'Sum of the charges, in units of currency_code; discounts are negative.';
comment on column mart.orders.authorized_minor is 'Authorised at confirmation, in minor units of currency_code; 0 before it.';
comment on column mart.orders.authorized is 'Authorised at confirmation, in units of currency_code; 0 before it.';
comment on column mart.orders.shipped_minor is 'Value of all shipments, in minor units of currency_code.';
comment on column mart.orders.shipped is 'Value of all shipments, in units of currency_code.';
comment on column mart.orders.returned_minor is 'To refund for what came back, in minor units of currency_code.';
comment on column mart.orders.returned is 'To refund for what came back, in units of currency_code.';
comment on column mart.orders.line_count is 'Lines of the order.';
comment on column mart.orders.ordered_units is 'Units over all lines.';
comment on column mart.orders.shipped_units is 'Units shipped.';
comment on column mart.orders.returned_units is 'Units that came back.';
comment on column mart.orders.charge_list is
    'The charges as an array of {code, description, amountMinor}, in minor units of currency_code; null where there are none.';
comment on column mart.orders.customer_id is 'The storefront''s pseudonymous customer reference; null for a guest.';
comment on column mart.orders.country is 'Country of delivery, ISO 3166-1 alpha-2; null where unknown.';
comment on column mart.orders.idempotency_key is 'The storefront''s own key of this intent.';
comment on column mart.orders.content_hash is 'Hash of what was submitted: tells a repetition from other content.';
comment on column mart.orders.ordered_at is 'When the customer ordered, by the storefront''s clock, UTC.';
comment on column mart.orders.placed_at is 'When the order was accepted, UTC. With order_id the order of listings.';
comment on column mart.orders.confirm_by is 'When it expires unless confirmed, UTC.';
comment on column mart.orders.confirmed_at is 'When it was confirmed, UTC; null where it was not.';
comment on column mart.orders.closed_at is 'When it ended, UTC; null while it is open.';
comment on column mart.orders.updated_at is 'When its last event occurred, UTC.';
comment on column mart.orders.last_event_id is 'Event id of the last event folded in.';
comment on column mart.orders.source_partition is 'Partition of the order''s events on orders.events.v1.';
comment on column mart.orders.source_offset is 'Offset of the last event folded in.';

create view mart.order_lines as
select
    l.order_id,
    l.line_number,
    l.sku,
    l.description,
    l.location,
    l.quantity,
    coalesce(o.shipped_quantities[l.line_number], 0) as shipped_quantity,
    coalesce(o.returned_quantities[l.line_number], 0) as returned_quantity,
    o.currency_code,
    l.unit_price_minor,
    l.unit_price_minor * c.minor_unit as unit_price,
    l.quantity * l.unit_price_minor as amount_minor,
    l.quantity * l.unit_price_minor * c.minor_unit as amount,
    o.store_id,
    o.customer_id,
    o.country,
    o.status as order_status,
    o.ordered_at
from ${schema}.order_lines l
left join ${schema}.orders o on o.order_id = l.order_id
left join projection.currencies c on c.currency_code = o.currency_code;
comment on view mart.order_lines is
    'Order lines. Grain: one row per order and line. Source: OrderPlaced on orders.events.v1; what shipped and came back from its later events.';
comment on column mart.order_lines.order_id is 'The order.';
comment on column mart.order_lines.line_number is '1, 2, ... within the order.';
comment on column mart.order_lines.sku is 'Stock keeping unit.';
comment on column mart.order_lines.description is 'What the storefront called it; null where it did not say.';
comment on column mart.order_lines.location is 'Stock location that the line ships from.';
comment on column mart.order_lines.quantity is 'Units ordered.';
comment on column mart.order_lines.shipped_quantity is 'Units shipped.';
comment on column mart.order_lines.returned_quantity is 'Units that came back.';
comment on column mart.order_lines.currency_code is 'ISO 4217 code of all amounts of the row.';
comment on column mart.order_lines.unit_price_minor is 'Price of one unit, in minor units of currency_code.';
comment on column mart.order_lines.unit_price is 'Price of one unit, in units of currency_code.';
comment on column mart.order_lines.amount_minor is 'Units ordered times price, in minor units of currency_code.';
comment on column mart.order_lines.amount is 'Units ordered times price, in units of currency_code.';
comment on column mart.order_lines.store_id is 'The store (shop, tenant).';
comment on column mart.order_lines.customer_id is 'The storefront''s pseudonymous customer reference; null for a guest.';
comment on column mart.order_lines.country is 'Country of delivery, ISO 3166-1 alpha-2; null where unknown.';
comment on column mart.order_lines.order_status is 'Status of the order, as in orders.';
comment on column mart.order_lines.ordered_at is 'When the customer ordered, by the storefront''s clock, UTC.';

create view mart.order_events as
select
    order_id,
    sequence,
    type,
    occurred_at,
    event_id,
    causation_id,
    'orders.events.v1'::text as source_topic,
    source_partition,
    source_offset,
    details
from ${schema}.order_events;
comment on view mart.order_events is
    'Timeline of the orders. Grain: one row per order and sequence. Source: orders.events.v1.';
comment on column mart.order_events.order_id is 'The order.';
comment on column mart.order_events.sequence is '1, 2, ... per order, without gaps.';
comment on column mart.order_events.type is 'Record name, such as OrderPlaced.';
comment on column mart.order_events.occurred_at is 'When it was decided, UTC.';
comment on column mart.order_events.event_id is 'Unique id of the event, a UUIDv7.';
comment on column mart.order_events.causation_id is 'Event id of the message that caused it.';
comment on column mart.order_events.source_topic is 'Where it stands in the log: the topic.';
comment on column mart.order_events.source_partition is 'Where it stands in the log: the partition.';
comment on column mart.order_events.source_offset is 'Where it stands in the log: the offset.';
comment on column mart.order_events.details is
    'What else it says, by the names of its fields; amounts end in Minor and are in minor units of the order''s currency.';

create view mart.payment_transactions as
select
    t.order_id,
    t.operation,
    t.operation_id,
    t.outcome,
    t.currency_code,
    t.amount_minor,
    t.amount_minor * c.minor_unit as amount,
    t.code,
    t.occurred_at,
    t.event_id,
    t.causation_id,
    'payments.events.v1'::text as source_topic,
    t.source_partition,
    t.source_offset
from ${schema}.payment_transactions t
left join projection.currencies c on c.currency_code = t.currency_code;
comment on view mart.payment_transactions is
    'What became of each payment operation. Grain: one row per event. Source: payments.events.v1.';
comment on column mart.payment_transactions.order_id is 'The order.';
comment on column mart.payment_transactions.operation is 'AUTHORIZE, CAPTURE, VOID or REFUND.';
comment on column mart.payment_transactions.operation_id is 'The shipment of a capture, the return of a refund; else empty.';
comment on column mart.payment_transactions.outcome is
    'DONE, DECLINED, FAILED; OUTCOME_UNKNOWN (nobody knows yet), REVIEW_REQUIRED (a person must find out), OUTCOME_RESOLVED (it became known, the outcome''s own row follows).';
comment on column mart.payment_transactions.currency_code is 'ISO 4217 code; null where the event states no amount.';
comment on column mart.payment_transactions.amount_minor is 'Amount, in minor units of currency_code; null where the event states none.';
comment on column mart.payment_transactions.amount is 'Amount, in units of currency_code; null where the event states none.';
comment on column mart.payment_transactions.code is
    'Gateway''s code of a refusal, its id of an authorisation, or the outcome that was found; null where there is none.';
comment on column mart.payment_transactions.occurred_at is 'When it was decided, UTC.';
comment on column mart.payment_transactions.event_id is 'Unique id of the event, a UUIDv7.';
comment on column mart.payment_transactions.causation_id is 'Event id of the message that caused it.';
comment on column mart.payment_transactions.source_topic is 'Where it stands in the log: the topic.';
comment on column mart.payment_transactions.source_partition is 'Where it stands in the log: the partition.';
comment on column mart.payment_transactions.source_offset is 'Where it stands in the log: the offset.';

create view mart.payments as
select
    p.order_id,
    case
        when p.unknown > p.resolved and p.review_offset > p.unknown_offset then 'MANUAL_REVIEW'
        when p.unknown > p.resolved then 'UNKNOWN'
        when p.refunded_minor > 0 and p.refunded_minor >= p.captured_minor then 'REFUNDED'
        when p.refunded_minor > 0 then 'PARTLY_REFUNDED'
        when p.captured_minor > 0 and p.captured_minor + p.voided_minor >= p.authorized_minor then 'CAPTURED'
        when p.captured_minor > 0 then 'PARTLY_CAPTURED'
        when p.voids > 0 then 'VOIDED'
        when p.authorizations > 0 then 'AUTHORIZED'
        when p.declines > 0 then 'DECLINED'
        else 'CREATED'
    end as status,
    coalesce(p.currency_code, o.currency_code) as currency_code,
    p.authorized_minor,
    p.authorized_minor * c.minor_unit as authorized,
    p.captured_minor,
    p.captured_minor * c.minor_unit as captured,
    p.voided_minor,
    p.voided_minor * c.minor_unit as voided,
    p.refunded_minor,
    p.refunded_minor * c.minor_unit as refunded,
    p.authorized_minor - p.captured_minor - p.voided_minor as outstanding_minor,
    (p.authorized_minor - p.captured_minor - p.voided_minor) * c.minor_unit as outstanding,
    p.decline_code,
    p.transactions,
    p.first_at,
    p.last_at
from (
    select
        order_id,
        max(currency_code) as currency_code,
        coalesce(sum(amount_minor) filter (where operation = 'AUTHORIZE' and outcome = 'DONE'), 0) as authorized_minor,
        coalesce(sum(amount_minor) filter (where operation = 'CAPTURE' and outcome = 'DONE'), 0) as captured_minor,
        coalesce(sum(amount_minor) filter (where operation = 'VOID' and outcome = 'DONE'), 0) as voided_minor,
        coalesce(sum(amount_minor) filter (where operation = 'REFUND' and outcome = 'DONE'), 0) as refunded_minor,
        count(*) filter (where operation = 'AUTHORIZE' and outcome = 'DONE') as authorizations,
        count(*) filter (where operation = 'VOID' and outcome = 'DONE') as voids,
        count(*) filter (where outcome = 'DECLINED') as declines,
        max(code) filter (where outcome = 'DECLINED') as decline_code,
        count(*) filter (where outcome = 'OUTCOME_UNKNOWN') as unknown,
        count(*) filter (where outcome = 'OUTCOME_RESOLVED') as resolved,
        max(source_offset) filter (where outcome = 'OUTCOME_UNKNOWN') as unknown_offset,
        max(source_offset) filter (where outcome = 'REVIEW_REQUIRED') as review_offset,
        count(*) as transactions,
        min(occurred_at) as first_at,
        max(occurred_at) as last_at
    from ${schema}.payment_transactions
    group by order_id
) p
left join ${schema}.orders o on o.order_id = p.order_id
left join projection.currencies c on c.currency_code = coalesce(p.currency_code, o.currency_code);
comment on view mart.payments is
    'Payments as they stand. Grain: one row per order for whose payment anything has happened. Source: payments.events.v1, summed over payment_transactions when queried.';
comment on column mart.payments.order_id is 'The order.';
comment on column mart.payments.status is
    'CREATED, AUTHORIZED, DECLINED, PARTLY_CAPTURED, CAPTURED, VOIDED, PARTLY_REFUNDED, REFUNDED, derived from the amounts; UNKNOWN or MANUAL_REVIEW while an outcome is not known.';
comment on column mart.payments.currency_code is 'ISO 4217 code of all amounts of the row.';
comment on column mart.payments.authorized_minor is 'Authorised, in minor units of currency_code.';
comment on column mart.payments.authorized is 'Authorised, in units of currency_code.';
comment on column mart.payments.captured_minor is 'Captured, in minor units of currency_code.';
comment on column mart.payments.captured is 'Captured, in units of currency_code.';
comment on column mart.payments.voided_minor is 'Given back uncaptured, in minor units of currency_code.';
comment on column mart.payments.voided is 'Given back uncaptured, in units of currency_code.';
comment on column mart.payments.refunded_minor is 'Refunded, in minor units of currency_code.';
comment on column mart.payments.refunded is 'Refunded, in units of currency_code.';
comment on column mart.payments.outstanding_minor is 'Authorised and neither captured nor voided, in minor units of currency_code.';
comment on column mart.payments.outstanding is 'Authorised and neither captured nor voided, in units of currency_code.';
comment on column mart.payments.decline_code is 'Gateway''s code where it declined; else null.';
comment on column mart.payments.transactions is 'Rows of payment_transactions.';
comment on column mart.payments.first_at is 'When the first of them was decided, UTC.';
comment on column mart.payments.last_at is 'When the last of them was decided, UTC.';

create view mart.notifications as
select
    order_id,
    milestone,
    channel,
    occasion,
    outcome,
    reason,
    attempt,
    message_id,
    occurred_at,
    event_id,
    causation_id,
    'notifications.events.v1'::text as source_topic,
    source_partition,
    source_offset
from ${schema}.notifications;
comment on view mart.notifications is
    'Messages to customers. Grain: one row per order, milestone, channel and occasion. Source: notifications.events.v1, the last word on it; what was sent stays SENT.';
comment on column mart.notifications.order_id is 'The order.';
comment on column mart.notifications.milestone is 'What it is about: CONFIRMED, REJECTED, CANCELLED, SHIPPED, REFUNDED.';
comment on column mart.notifications.channel is 'EMAIL or WEBHOOK.';
comment on column mart.notifications.occasion is 'The shipment or refund, where the milestone can come more than once; else empty. A message that an operator had sent once more ends with resend- and the operation.';
comment on column mart.notifications.outcome is 'SENT, FAILED (given up) or SUPPRESSED (not sent, on purpose).';
comment on column mart.notifications.reason is 'What the receiver said, or why it was suppressed; null where it was sent.';
comment on column mart.notifications.attempt is 'Of which request; 0 where nothing was sent.';
comment on column mart.notifications.message_id is 'Stable id of the message; a repeated sending carries the same one.';
comment on column mart.notifications.occurred_at is 'When it was sent, given up or suppressed, UTC.';
comment on column mart.notifications.event_id is 'Unique id of the event, a UUIDv7.';
comment on column mart.notifications.causation_id is 'Event id of the message that caused it.';
comment on column mart.notifications.source_topic is 'Where it stands in the log: the topic.';
comment on column mart.notifications.source_partition is 'Where it stands in the log: the partition.';
comment on column mart.notifications.source_offset is 'Where it stands in the log: the offset.';

create view mart.stock_levels as
select
    pool,
    sku,
    on_hand,
    reserved,
    on_hand - reserved as available,
    pool_sequence,
    as_of,
    event_id,
    'stock.levels.v1'::text as source_topic,
    source_partition,
    source_offset
from ${schema}.stock_levels;
comment on view mart.stock_levels is
    'Stock as it stands. Grain: one row per pool and SKU. Source: the last level on stock.levels.v1.';
comment on column mart.stock_levels.pool is 'Stock pool: a location, or a part of one.';
comment on column mart.stock_levels.sku is 'Stock keeping unit.';
comment on column mart.stock_levels.on_hand is 'Units on the shelf.';
comment on column mart.stock_levels.reserved is 'Units of them that are promised to orders.';
comment on column mart.stock_levels.available is 'Units that can still be promised.';
comment on column mart.stock_levels.pool_sequence is 'Up to which decision of the pool the level counts, as in stock_movements.';
comment on column mart.stock_levels.as_of is 'When the level was told, UTC.';
comment on column mart.stock_levels.event_id is 'Unique id of the level, a UUIDv7.';
comment on column mart.stock_levels.source_topic is 'Where it stands in the log: the topic.';
comment on column mart.stock_levels.source_partition is 'Where it stands in the log: the partition.';
comment on column mart.stock_levels.source_offset is 'Where it stands in the log: the offset.';

create view mart.stock_movements as
select
    d.pool,
    d.pool_sequence,
    line.number::integer as line_number,
    line.sku,
    d.kind,
    case d.kind
        when 'RECEIVED' then line.quantity
        when 'ADJUSTED' then line.quantity
        when 'RETURNED' then line.quantity
        when 'CONSUMED' then -line.quantity
        else 0
    end as on_hand_change,
    case d.kind
        when 'RESERVED' then line.quantity
        when 'RELEASED' then -line.quantity
        when 'CONSUMED' then -line.quantity
        else 0
    end as reserved_change,
    case when d.kind = 'ADJUSTED' then line.stated end as requested_change,
    d.order_id,
    d.reference,
    d.reason,
    d.occurred_at,
    d.event_id,
    d.causation_id,
    case when d.kind in ('RECEIVED', 'ADJUSTED') then 'stock.events.v1' else 'inventory.events.v1' end as source_topic,
    d.source_partition,
    d.source_offset
from ${schema}.stock_decisions d
cross join lateral unnest(d.skus, d.quantities, d.stated) with ordinality as line (sku, quantity, stated, number)
where d.kind <> 'REFUSED';
comment on view mart.stock_movements is
    'What changed stock. Grain: one row per pool, decision and SKU; per pool and SKU the changes add up to stock_levels. Source: inventory.events.v1 and stock.events.v1.';
comment on column mart.stock_movements.pool is 'Stock pool: a location, or a part of one.';
comment on column mart.stock_movements.pool_sequence is 'Number of the decision in its pool: the order in which the pool decided.';
comment on column mart.stock_movements.line_number is '1, 2, ... within the decision.';
comment on column mart.stock_movements.sku is 'Stock keeping unit.';
comment on column mart.stock_movements.kind is 'RECEIVED, ADJUSTED, RESERVED, RELEASED, CONSUMED or RETURNED.';
comment on column mart.stock_movements.on_hand_change is 'Change of the units on the shelf.';
comment on column mart.stock_movements.reserved_change is 'Change of the units promised to orders.';
comment on column mart.stock_movements.requested_change is
    'Units that an adjustment asked for: more than was applied where units were promised to orders; else null.';
comment on column mart.stock_movements.order_id is 'The order; null for receipts and adjustments.';
comment on column mart.stock_movements.reference is 'The shipment, return, receipt or adjustment; null for the rest.';
comment on column mart.stock_movements.reason is 'Why stock was adjusted; else null.';
comment on column mart.stock_movements.occurred_at is 'When it was decided, UTC.';
comment on column mart.stock_movements.event_id is 'Event id of the decision, a UUIDv7.';
comment on column mart.stock_movements.causation_id is 'Event id of the command.';
comment on column mart.stock_movements.source_topic is 'Where it stands in the log: the topic.';
comment on column mart.stock_movements.source_partition is 'Where it stands in the log: the partition.';
comment on column mart.stock_movements.source_offset is 'Where it stands in the log: the offset.';

create view mart.stock_shortages as
select
    d.pool,
    d.pool_sequence,
    line.sku,
    line.quantity as requested,
    line.stated as available,
    d.order_id,
    d.occurred_at,
    d.event_id
from ${schema}.stock_decisions d
cross join lateral unnest(d.skus, d.quantities, d.stated) as line (sku, quantity, stated)
where d.kind = 'REFUSED';
comment on view mart.stock_shortages is
    'Demand that stock could not meet. Grain: one row per refused reservation and SKU that was short. Source: StockRefused on inventory.events.v1.';
comment on column mart.stock_shortages.pool is 'Stock pool: a location, or a part of one.';
comment on column mart.stock_shortages.pool_sequence is 'Number of the decision in its pool.';
comment on column mart.stock_shortages.sku is 'Stock keeping unit.';
comment on column mart.stock_shortages.requested is 'Units asked for.';
comment on column mart.stock_shortages.available is 'Units that could be promised then.';
comment on column mart.stock_shortages.order_id is 'The order.';
comment on column mart.stock_shortages.occurred_at is 'When it was refused, UTC.';
comment on column mart.stock_shortages.event_id is 'Event id of the refusal, a UUIDv7.';

create view mart.refusals as
select
    order_id,
    store_id,
    intake_type,
    rule,
    field,
    message,
    occurred_at,
    event_id,
    causation_id,
    'orders.refusals.v1'::text as source_topic,
    source_partition,
    source_offset
from ${schema}.refusals;
comment on view mart.refusals is
    'Intake events that changed nothing. Grain: one row per refused event. Source: orders.refusals.v1.';
comment on column mart.refusals.order_id is 'The order that the event was for; there need not be one.';
comment on column mart.refusals.store_id is 'The store (shop, tenant).';
comment on column mart.refusals.intake_type is 'Record name of the refused event, such as OrderSubmitted.';
comment on column mart.refusals.rule is 'The broken rule, such as total-equals-sum.';
comment on column mart.refusals.field is 'JSON pointer (RFC 6901) to the field that breaks it; empty for the whole event.';
comment on column mart.refusals.message is 'What is wrong, for a person.';
comment on column mart.refusals.occurred_at is 'When it was refused, UTC.';
comment on column mart.refusals.event_id is 'Unique id of the refusal, a UUIDv7.';
comment on column mart.refusals.causation_id is 'Event id of the refused event.';
comment on column mart.refusals.source_topic is 'Where it stands in the log: the topic.';
comment on column mart.refusals.source_partition is 'Where it stands in the log: the partition.';
comment on column mart.refusals.source_offset is 'Where it stands in the log: the offset.';

create view mart.sales_daily as
select
    d.ordered_date,
    d.currency_code,
    d.orders,
    d.gross_minor,
    d.gross_minor * c.minor_unit as gross,
    d.shipped_minor,
    d.shipped_minor * c.minor_unit as shipped,
    d.refunded_minor,
    d.refunded_minor * c.minor_unit as refunded
from (
    select
        (ordered_at at time zone 'UTC')::date as ordered_date,
        currency_code,
        count(*) as orders,
        sum(total_minor) as gross_minor,
        sum(shipped_minor) as shipped_minor,
        sum(returned_minor) as refunded_minor
    from ${schema}.orders
    group by 1, 2
) d
left join projection.currencies c on c.currency_code = d.currency_code;
comment on view mart.sales_daily is
    'Sales by day. Grain: one row per day on which customers ordered (UTC) and currency; all accepted orders, whatever became of them. Source: orders.events.v1, summed over orders when queried.';
comment on column mart.sales_daily.ordered_date is 'Day on which the customers ordered, UTC.';
comment on column mart.sales_daily.currency_code is 'ISO 4217 code of all amounts of the row.';
comment on column mart.sales_daily.orders is 'Orders accepted.';
comment on column mart.sales_daily.gross_minor is 'To pay for them in all, in minor units of currency_code.';
comment on column mart.sales_daily.gross is 'To pay for them in all, in units of currency_code.';
comment on column mart.sales_daily.shipped_minor is 'Value of what has shipped of them, on whatever day, in minor units of currency_code.';
comment on column mart.sales_daily.shipped is 'Value of what has shipped of them, on whatever day, in units of currency_code.';
comment on column mart.sales_daily.refunded_minor is 'Refunds for what came back of them, on whatever day, in minor units of currency_code.';
comment on column mart.sales_daily.refunded is 'Refunds for what came back of them, on whatever day, in units of currency_code.';

create view mart.positions as
select
    topic,
    source_partition,
    next_offset,
    end_offset,
    greatest(end_offset - next_offset, 0) as lag_records,
    applied,
    ignored,
    parked,
    last_event_at,
    caught_up_at,
    observed_at
from ${schema}.positions;
comment on view mart.positions is
    'How far the log has been projected. Grain: one row per topic and partition. Source: the projector.';
comment on column mart.positions.topic is 'The topic.';
comment on column mart.positions.source_partition is 'The partition.';
comment on column mart.positions.next_offset is 'Offset of the next record to project; all before it are in the views.';
comment on column mart.positions.end_offset is 'End of the partition at observed_at: the last offset that is committed, plus 1.';
comment on column mart.positions.lag_records is 'Offsets between the two: at least the records that are still to come, transaction markers count too.';
comment on column mart.positions.applied is 'Records projected.';
comment on column mart.positions.ignored is 'Records that rightly changed nothing; by reason in tallies.';
comment on column mart.positions.parked is 'Records set aside on inventory-projector.parked.v1; by reason in tallies.';
comment on column mart.positions.last_event_at is 'When the last projected event occurred, UTC; null before the first.';
comment on column mart.positions.caught_up_at is 'When the projector was last at the end of the partition, UTC; null if it never was.';
comment on column mart.positions.observed_at is 'When the projector was last heard of, UTC.';

create view mart.tallies as
select topic, source_partition, outcome, reason, records
from ${schema}.tallies;
comment on view mart.tallies is
    'Why records were ignored or parked. Grain: one row per topic, partition, outcome and reason. Source: the projector.';
comment on column mart.tallies.topic is 'The topic.';
comment on column mart.tallies.source_partition is 'The partition.';
comment on column mart.tallies.outcome is 'IGNORED or PARKED.';
comment on column mart.tallies.reason is 'One of a small set of reasons, such as unknown-type.';
comment on column mart.tallies.records is 'Records counted.';

create view mart.freshness as
select
    p.topic,
    sum(greatest(p.end_offset - p.next_offset, 0))::bigint as lag_records,
    case
        when bool_and(p.caught_up_at is not null or p.last_event_at is not null)
            then round(greatest(extract(epoch from now() - min(greatest(p.caught_up_at, p.last_event_at))), 0), 3)
    end as lag_seconds,
    case
        when bool_and(p.caught_up_at is not null or p.last_event_at is not null)
            then min(greatest(p.caught_up_at, p.last_event_at))
    end as complete_until,
    max(p.last_event_at) as last_event_at,
    min(p.observed_at) as observed_at,
    sum(p.applied)::bigint as applied,
    sum(p.ignored)::bigint as ignored,
    sum(p.parked)::bigint as parked
from ${schema}.positions p
group by p.topic;
comment on view mart.freshness is
    'How old the other views are. Grain: one row per source topic. Source: the projector.';
comment on column mart.freshness.topic is 'The source topic.';
comment on column mart.freshness.lag_records is 'Offsets between what is projected and the end of the topic at observed_at; transaction markers count too.';
comment on column mart.freshness.lag_seconds is 'Seconds since complete_until; null while that is.';
comment on column mart.freshness.complete_until is
    'What was committed to the topic by then is in the views, UTC: the projector was at its end, or projected an event of that time; null before it has read all partitions.';
comment on column mart.freshness.last_event_at is 'When the last projected event occurred, UTC; null before the first.';
comment on column mart.freshness.observed_at is 'When the projector was last heard of, UTC: where this stands still, it is down.';
comment on column mart.freshness.applied is 'Records projected.';
comment on column mart.freshness.ignored is 'Records that rightly changed nothing.';
comment on column mart.freshness.parked is 'Records set aside on inventory-projector.parked.v1.';
