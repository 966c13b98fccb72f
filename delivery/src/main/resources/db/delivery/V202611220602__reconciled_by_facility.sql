-- How many things of a report were whose: staff see the figures of their own facility only.
create table reconciled (
  remote    text not null,
  day       date not null,
  facility  text not null,
  here      integer not null,
  there     integer not null,
  primary key (remote, day, facility)
);
