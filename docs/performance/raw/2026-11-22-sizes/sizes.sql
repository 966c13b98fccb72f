-- Bytes of a row with its indexes: so many rows of the shape that work leaves are put into a database of this program,
-- vacuumed, and the growth of the table divided by them. Run in a throw-away database: it fills and empties nothing back.
create temporary table grown (place text, before bigint, rows bigint);

create function pg_temp.note(place text) returns void language sql as $$
  insert into grown (place, before) values (place, pg_total_relation_size(place::regclass))
$$;

select pg_temp.note(place)
  from unnest(array['ttac.pack', 'ttac.event', 'facility.pack', 'facility.movement', 'facility.moved', 'facility.prescription',
                    'facility.line', 'facility.dispense', 'facility.portion', 'delivery.settled', 'delivery.attempt',
                    'access.audit_entry', 'queue.booking', 'queue.event', 'antrean.task']) place;

-- a primer that was registered, sent and received twice
insert into ttac.pack (id, key, barcode, level, status, lot, path, received, trail)
select 7000000000000000000 + i, chr(29) || 'NDKL2499900210A1' || chr(29) || 'B0001' || chr(29) || '290331' || chr(29) || 'SN'
         || lpad(i::text, 9, '0'),
       '90DKL2499900210A1' || chr(29) || '10B0001' || chr(29) || '17290331' || '21SN' || lpad(i::text, 9, '0'), 1, 1, 1,
       array[284, 123, 456], true, array[i, i + 1, i + 2, i + 3, i + 4]
  from generate_series(1, 200000) i;
-- movements of a box each, as most are
insert into ttac.event (kind, at, sarana, from_sarana, to_sarana, packs, request)
select 6, now() - i * interval '1 second', 284, 284, 123, array[7000000000000000000 + i], md5(i::text)
  from generate_series(1, 200000) i;

insert into facility.pack (key, barcode, lot, facility, place, state, units, whole, received_at, trail)
select chr(29) || 'NDKL2499900210A1' || chr(29) || 'B0001' || chr(29) || '290331' || chr(29) || 'SZ' || lpad(i::text, 9, '0'),
       '90DKL2499900210A1' || chr(29) || '10B0001' || chr(29) || '17290331' || '21SZ' || lpad(i::text, 9, '0'), 1,
       'rs-sarana-a', 'RAK-A', 4, 0, 10, now(), array[7000000000000000000 + i, 7000000000000000001 + i]
  from generate_series(1, 200000) i;
insert into facility.movement (id, facility, at, kind, staff, place, packs)
select 7100000000000000000 + i, 'rs-sarana-a', now() - i * interval '1 second', 1, '14', 'GUDANG', 20
  from generate_series(1, 100000) i;
insert into facility.moved (movement, key)
select 7100000000000000000 + i / 20, key
  from (select key, row_number() over () as i from facility.pack where key like '%SZ%') k;
insert into facility.prescription (id, facility, number, nrn, patient, prescriber, organization, visit, coverage, written_at,
                                   own, encounter, document)
select 7100000000000000000 + i, 'rs-sarana-a', 'R-20261122-' || lpad(i::text, 6, '0'), '261122-' || lpad(i::text, 7, '0'),
       'P' || lpad(i::text, 11, '0'), '10009880728', '10000005', '22112026A' || lpad(i::text, 6, '0'), 'BPJS-K', now(), true,
       md5(i::text)::uuid::text, md5('d' || i)::uuid::text
  from generate_series(1, 100000) i;
insert into facility.line (id, prescription, place, kind, kfa, name, form, route, signa, quantity, unit, repeats, dispensed,
                           substances, request)
select 7200000000000000000 + i, 7100000000000000000 + i / 3, i % 3, 1, '93990002', 'Paracetamol 500 mg Tablet (PANADIN)', 'BS066',
       'O', '3 x sehari 1 tablet sesudah makan', 10, 'TAB', 0, 10, array['91000101'], md5('l' || i)::uuid::text
  from generate_series(1, 200000) i;
insert into facility.dispense (id, facility, prescription, line, patient, at, staff, quantity, unit, price, substances, remote)
select 7200000000000000000 + i, 'rs-sarana-a', 7100000000000000000 + i / 3, 7200000000000000000 + i,
       'P' || lpad((i / 3)::text, 11, '0'), now(), '14', 10, 'TAB', 5500, array['91000101'], md5('e' || i)::uuid::text
  from generate_series(1, 200000) i;
insert into facility.portion (lot, id, key, facility, units, dispense, patient, at)
select 1, 7200000000000000000 + i, key, 'rs-sarana-a', 10, 7200000000000000000 + i, 'P' || lpad((i / 3)::text, 11, '0'), now()
  from (select key, row_number() over () as i from facility.pack where key like '%SZ%') k;

insert into delivery.settled (id, remote, facility, key, kind, body, posted_at, attempts, outcome, told, reason, who, settled_at)
select 7000000000 + i, 'antrean', '1311R002', '22112026A' || lpad(i::text, 6, '0'), 'antrean/updatewaktu',
       '{"kodebooking":"22112026A' || lpad(i::text, 6, '0') || '","taskid":5,"waktu":1795312800000}', now(), 1, 'DONE', 'null', '',
       '', now()
  from generate_series(1, 200000) i;
insert into delivery.attempt (parcel, at, what, outcome, code, reason, millis, who)
select 7000000000 + i, now(), 'SENT', 'DONE', '', '', 12, '288230376151711744'
  from generate_series(1, 200000) i;
insert into access.audit_entry (facility, seq, id, at, staff, glass, operation, deed, patient, purpose, hash)
select 'rs-sarana-a', 1000000000 + i, 7000000000000000000 + i, now(), 14, false, 'access.patient.read', 'READ',
       7000000000000000000 + i % 1000, 'treatment', sha256(i::text::bytea)
  from generate_series(1, 200000) i;

insert into queue.booking (code, session, number, day, jkn, card, nik, phone, record, new_patient, kind, reference, source,
                           created_at, active, waiting)
select '01012001A' || lpad(i::text, 6, '0'), (select min(id) from queue.session), 100000 + i, '2001-01-01', true,
       lpad(i::text, 13, '0'), lpad(i::text, 16, '0'), '085635228888', lpad(i::text, 6, '0'), false, 1,
       'R' || lpad(i::text, 18, '0'), 'MOBILE', now(), true, false
  from generate_series(1, 100000) i;
insert into queue.event (booking, task, turn, happened_at, recorded_at, source, by_name, reason)
select '01012001A' || lpad((i / 5)::text, 6, '0'), 3 + i % 5, 1, now(), now(), 'CHECK_IN', 'Maya Anggraini (11)', ''
  from generate_series(1, 200000) i;
insert into antrean.task (kode_ppk, kodebooking, taskid, wakturs, waktu)
select '1311R002', '01012001A' || lpad((i / 5)::text, 6, '0'), 3 + i % 5, now(), now()
  from generate_series(1, 200000) i;

update grown set rows = case place when 'facility.movement' then 100000 when 'facility.prescription' then 100000
                             when 'queue.booking' then 100000 else 200000 end;
vacuum (analyze) ttac.pack, ttac.event, facility.pack, facility.movement, facility.moved, facility.prescription, facility.line,
                 facility.dispense, facility.portion, delivery.settled, delivery.attempt, access.audit_entry, queue.booking,
                 queue.event, antrean.task;

select place, rows, round((pg_total_relation_size(place::regclass) - before)::numeric / rows) as bytes,
       round((pg_indexes_size(place::regclass))::numeric / rows) as of_which_indexes
  from grown
 order by place;

-- what SATUSEHAT keeps of the demo world and of a story that was played: documents and what they are found by
select type, count(*) as resources, round(avg(length(content))) as content, round(avg(pg_column_size(r.*))) as row,
       round(avg((select count(*) from satusehat.term t where t.rid = r.rid))) as terms
  from satusehat.resource r
 where type in ('MedicationRequest', 'MedicationDispense', 'Medication', 'Encounter', 'DocumentReference')
 group by type
 order by type;
select round(pg_total_relation_size('satusehat.term')::numeric / count(*)) as bytes_of_a_term
  from satusehat.term;
