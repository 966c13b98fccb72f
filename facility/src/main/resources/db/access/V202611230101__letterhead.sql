-- Links on a facility's prescriptions: its homepage, whom to reach in an emergency, and whom to ask about a prescription.
alter table access.facility
  add column homepage     text,
  add column emergency    text,
  add column confirmation text;
