-- Which packs TTAC is told of with a movement: what the night compares with what TTAC shows.
create table facility.moved (
  movement bigint not null,
  key      text not null,
  primary key (movement, key)
);

do $$
begin
  if to_regnamespace('partitions') is not null then
    perform partitions.split('facility.moved', 'month', 'movement');
  end if;
end
$$;
