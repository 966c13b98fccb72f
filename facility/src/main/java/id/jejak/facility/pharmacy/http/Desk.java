package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.remote.Remotes;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import java.time.InstantSource;

/** What most handlers need. */
record Desk(Db db, Remotes remotes, Post post, Doors doors, Days days, Ids ids, InstantSource clock) {}
