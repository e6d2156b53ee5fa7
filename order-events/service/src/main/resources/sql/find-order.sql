-- One order as JSON, of one moment. Null members are left out.
select
    o.sequence,
    json_strip_nulls(json_build_object(
        'orderId', o.order_id,
        'storeId', o.store_id,
        'status', o.status,
        'fulfilmentStatus', o.fulfilment_status,
        'sequence', o.sequence,
        'holdReason', o.hold_reason,
        'cancellationReason', o.cancellation_reason,
        'detail', o.detail,
        'currency', o.currency_code,
        'totalMinor', o.total_minor,
        'authorizedMinor', o.authorized_minor,
        'shippedMinor', o.shipped_minor,
        'returnedMinor', o.returned_minor,
        'customerId', o.customer_id,
        'country', o.country,
        'idempotencyKey', o.idempotency_key,
        'orderedAt', o.ordered_at at time zone 'UTC',
        'placedAt', o.placed_at at time zone 'UTC',
        'confirmBy', o.confirm_by at time zone 'UTC',
        'confirmedAt', o.confirmed_at at time zone 'UTC',
        'closedAt', o.closed_at at time zone 'UTC',
        'charges', coalesce(o.charge_list, '[]'),
        'lines', (
            select json_agg(json_build_object(
                'lineNumber', l.line_number,
                'sku', l.sku,
                'description', l.description,
                'location', l.location,
                'quantity', l.quantity,
                'unitPriceMinor', l.unit_price_minor,
                'shippedQuantity', l.shipped_quantity,
                'returnedQuantity', l.returned_quantity) order by l.line_number)
            from mart.order_lines l
            where l.order_id = o.order_id),
        'payments', coalesce((
            select json_agg(json_build_object(
                'operation', t.operation,
                'operationId', t.operation_id,
                'outcome', t.outcome,
                'amountMinor', t.amount_minor,
                'occurredAt', t.occurred_at at time zone 'UTC') order by t.source_offset)
            from mart.payment_transactions t
            where t.order_id = o.order_id), '[]'),
        'events', (
            select json_agg(json_build_object(
                'sequence', e.sequence,
                'type', e.type,
                'occurredAt', e.occurred_at at time zone 'UTC') order by e.sequence)
            from mart.order_events e
            where e.order_id = o.order_id))) as json
from mart.orders o
where o.order_id = ?
