-- Under which key a patient's identifiers are hashed; 0 is the first one there ever was.
alter table access.patient add column index_key bigint not null default 0;
create index patient_index_key on access.patient (index_key) where not erased;
