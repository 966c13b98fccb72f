-- Only where the database is laid out in partitions (docs/decisions/0642); elsewhere the tables stay whole.
do $$
begin
  if to_regnamespace('partitions') is not null then
    perform partitions.split('ttac.event', 'month', 'at');
    perform partitions.split('ttac.pack', 'hash', 'key');
    perform partitions.split('ttac.content', 'hash', 'parent');
  end if;
end
$$;
