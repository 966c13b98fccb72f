-- Ids of Locations on the SATUSEHAT platform: where patients see doctors, and where medicine is handed out.
alter table access.facility
  add column clinic_location   text,
  add column clinic_name       text,
  add column pharmacy_location text,
  add column pharmacy_name     text;
