-- Only where the database is laid out in partitions (docs/decisions/0642); elsewhere the tables stay whole.
do $$
begin
  if to_regnamespace('partitions') is not null then
    perform partitions.split('access.audit_entry', 'month', 'at');
  end if;
end
$$;
