-- Only where the database is laid out in partitions (docs/decisions/0642); elsewhere the tables stay whole.
do $$
begin
  if to_regnamespace('partitions') is not null then
    perform partitions.split('facility.pack', 'hash', 'key');
    perform partitions.split('facility.portion', 'hash', 'lot');
    perform partitions.split('facility.movement', 'month', 'id');
    perform partitions.split('facility.dispense', 'month', 'id');
    perform partitions.split('facility.scan', 'month', 'id');
  end if;
end
$$;
