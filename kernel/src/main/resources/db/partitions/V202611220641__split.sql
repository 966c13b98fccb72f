-- Only in a database that is laid out in partitions. A module's own migration calls split for its hot tables while they
-- are empty; where this schema is missing it leaves them whole.

-- Into how many parts a table is split by hash; chosen once.
create table partitions.layout (
  one   boolean primary key default true check (one),
  parts integer not null check (parts between 1 and 1024)
);

-- Names the first id that the application can make at an instant: milliseconds since 2025, 22 bits of node and count.
create function partitions.first_id(moment timestamptz) returns bigint language sql immutable as $$
  select greatest(0, ((extract(epoch from moment) * 1000)::bigint - 1735689600000) << 22)
$$;

-- Replaces an empty table by one of the same columns, constraints, indexes, triggers and storage in partitions: 'month' by a
-- time, or by an id that holds one; 'hash' into as many parts
-- as were chosen. What is unique stays so together with the column.
create function partitions.split(target regclass, how text, col name) returns void language plpgsql as $$
declare
  parts integer := (select l.parts from partitions.layout l);
  place name;
  plain name;
  options text;
  made text[];
  one text;
  filled boolean;
begin
  select n.nspname, c.relname, array_to_string(c.reloptions, ', ')
    into strict place, plain, options
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
   where c.oid = target;
  execute format('select exists (select from %I.%I)', place, plain) into filled;
  if filled then
    raise exception '%.% holds rows: a table is split while it is empty', place, plain;
  end if;
  -- an index of a constraint comes with the constraint
  select coalesce(array_agg(made_by order by made_by), '{}')
    into made
    from (select format('alter table %I.%I add constraint %I %s', place, plain, conname,
                        case when conkey @> array[a.attnum] then pg_get_constraintdef(k.oid)
                        else regexp_replace(pg_get_constraintdef(k.oid), '\)$', format(', %I)', col)) end) as made_by
            from pg_constraint k
            join pg_attribute a on a.attrelid = k.conrelid and a.attname = col
           where k.conrelid = target and k.contype in ('p', 'u')
           union all
          select pg_get_indexdef(i.indexrelid)
            from pg_index i
           where i.indrelid = target
             and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
           union all
          -- for each row, so that every partition has it too
          select replace(pg_get_triggerdef(t.oid), 'FOR EACH STATEMENT', 'FOR EACH ROW')
            from pg_trigger t
           where t.tgrelid = target and not t.tgisinternal) those;
  execute format('alter table %I.%I rename to %I', place, plain, plain || '_whole');
  execute format('create table %I.%I (like %I.%I including all excluding indexes) partition by %s (%I)', place, plain,
                 place, plain || '_whole', case how when 'hash' then 'hash' else 'range' end, col);
  execute format('drop table %I.%I', place, plain || '_whole');
  foreach one in array made loop
    execute one;
  end loop;
  if how = 'hash' then
    for part in 0 .. parts - 1 loop
      execute format('create table %I.%I partition of %I.%I for values with (modulus %s, remainder %s)%s', place,
                     plain || '_' || part, place, plain, parts, part, coalesce(' with (' || options || ')', ''));
    end loop;
  else
    -- rows of other times than ours: a demo clock that was moved, a world that was brought along
    execute format('create table %I.%I partition of %I.%I default%s', place, plain || '_rest', place, plain,
                   coalesce(' with (' || options || ')', ''));
    perform partitions.months(now());
  end if;
end
$$;

-- Makes what is missing for the month of an instant and the two after it, of every table that is split by month. A month of
-- which rows lie among the rest already stays there.
create function partitions.months(moment timestamptz) returns integer language plpgsql as $$
declare
  one record;
  starts timestamp;
  low timestamptz;
  high timestamptz;
  bounds text[];
  part name;
  crowded boolean;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('partitions.months'));
  for one in
    select n.nspname as place, c.relname as plain, a.attname as col, a.atttypid = 'bigint'::regtype as ids,
           array_to_string(d.reloptions, ', ') as options, d.relname as rest
      from pg_partitioned_table p
      join pg_class c on c.oid = p.partrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
      join pg_class d on d.oid = p.partdefid
     where p.partstrat = 'r'
     order by n.nspname, c.relname
  loop
    for ahead in 0 .. 2 loop
      starts := date_trunc('month', moment at time zone 'UTC') + make_interval(months => ahead);
      part := one.plain || to_char(starts, '_YYYY_MM');
      continue when to_regclass(format('%I.%I', one.place, part)) is not null;
      low := starts at time zone 'UTC';
      high := (starts + interval '1 month') at time zone 'UTC';
      bounds := case when one.ids then array[partitions.first_id(low)::text, partitions.first_id(high)::text]
                     else array[quote_literal(low), quote_literal(high)] end;
      execute format('select exists (select from %I.%I where %I >= %s and %I < %s)', one.place, one.rest, one.col,
                     bounds[1], one.col, bounds[2]) into crowded;
      continue when crowded;
      execute format('create table %I.%I partition of %I.%I for values from (%s) to (%s)%s', one.place, part, one.place,
                     one.plain, bounds[1], bounds[2], coalesce(' with (' || one.options || ')', ''));
      made := made + 1;
    end loop;
  end loop;
  return made;
end
$$;
