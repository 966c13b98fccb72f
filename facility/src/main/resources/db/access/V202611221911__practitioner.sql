-- The number of somebody of the staff on the SATUSEHAT platform, under which what they sign is told there.
alter table access.staff add column practitioner text unique;
