-- Only where the database is laid out in partitions (docs/decisions/0642); elsewhere the tables stay whole.
do $$
begin
  if to_regnamespace('partitions') is not null then
    perform partitions.split('delivery.settled', 'month', 'settled_at');
    perform partitions.split('delivery.attempt', 'month', 'at');
  end if;
end
$$;
