-- Of a dispense, the part that says how much of which prescription item it gave: a tenth of the bytes of the whole, which
-- whoever counts what remains would otherwise read of every dispense before. Empty for anything else, and for
-- dispenses that were written before this column was: those are read whole.
alter table satusehat.resource add column given bytea;
