-- Locations on the SATUSEHAT platform of single polyclinics, by the code that the queue has for them.
create table access.polyclinic (
  facility text not null,
  code     text not null,
  location text not null,
  name     text not null,
  primary key (facility, code)
);
