-- One order as JSON, of one moment. Null members are left out; times are RFC 3339 in UTC, amounts whole minor units.
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
        'orderedAt', to_char(o.ordered_at at time zone 'UTC', format.time),
        'placedAt', to_char(o.placed_at at time zone 'UTC', format.time),
        'confirmBy', to_char(o.confirm_by at time zone 'UTC', format.time),
        'confirmedAt', to_char(o.confirmed_at at time zone 'UTC', format.time),
        'closedAt', to_char(o.closed_at at time zone 'UTC', format.time),
        'lines', coalesce((
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
            where l.order_id = o.order_id), '[]'),
        'charges', coalesce(o.charge_list, '[]'),
        'payment', (
            select json_build_object(
                'status', p.status,
                'authorizedMinor', p.authorized_minor,
                'capturedMinor', p.captured_minor,
                'voidedMinor', p.voided_minor,
                'refundedMinor', p.refunded_minor,
                'outstandingMinor', p.outstanding_minor,
                'declineCode', p.decline_code,
                'transactions', (
                    select json_agg(json_build_object(
                        'operation', t.operation,
                        'operationId', t.operation_id,
                        'outcome', t.outcome,
                        'amountMinor', t.amount_minor,
                        'code', t.code,
                        'occurredAt', to_char(t.occurred_at at time zone 'UTC', format.time)) order by t.source_offset)
                    from mart.payment_transactions t
                    where t.order_id = p.order_id))
            from mart.payments p
            where p.order_id = o.order_id),
        'events', coalesce((
            select json_agg(json_build_object(
                'sequence', e.sequence,
                'type', e.type,
                'occurredAt', to_char(e.occurred_at at time zone 'UTC', format.time),
                'details', e.details) order by e.sequence)
            from mart.order_events e
            where e.order_id = o.order_id), '[]'),
        'refusals', coalesce((
            select json_agg(json_build_object(
                'type', r.intake_type,
                'rule', r.rule,
                'field', r.field,
                'message', r.message,
                'occurredAt', to_char(r.occurred_at at time zone 'UTC', format.time)) order by r.source_partition, r.source_offset)
            from mart.refusals r
            where r.order_id = o.order_id), '[]'))) as json
from mart.orders o
cross join (values ('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as format (time)
where o.order_id = ?
