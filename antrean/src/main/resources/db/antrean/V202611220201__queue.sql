-- The queue as BPJS sees it. Everything a hospital tells is kept under its own code (kode_ppk), since booking codes
-- of different hospitals repeat each other. Days are Jakarta's.

create table consumer (
  cons_id     text primary key,
  kode_ppk    text not null,
  nama_ppk    text not null,
  secret      bytea not null,     -- sealed: a signature needs the secret itself, so it cannot be hashed
  user_key    bytea not null,     -- SHA-256
  created_at  timestamptz not null
);

create table poli (
  kdsubspesialis  text primary key,
  nmsubspesialis  text not null,
  kdpoli          text not null,
  nmpoli          text not null,
  sidik_jari      boolean not null
);
create index poli_kdpoli on poli (kdpoli);

create table dokter (
  kodedokter  integer primary key,
  namadokter  text not null
);

create table jadwal (
  kode_ppk        text not null,
  kodedokter      integer not null,
  kdsubspesialis  text not null,
  hari            smallint not null,
  buka            time not null,
  tutup           time not null,
  kapasitas       integer not null,
  primary key (kode_ppk, kodedokter, kdsubspesialis, hari, buka)
);

create table libur (
  tanggal     date primary key,
  keterangan  text not null
);

-- A request for other hours. It is put into jadwal by whoever looks first once it is in force.
create table perubahan_jadwal (
  id              bigint primary key,
  kode_ppk        text not null,
  kodedokter      integer not null,
  kdsubspesialis  text not null,
  hari            smallint[] not null,
  buka            time[] not null,
  tutup           time[] not null,
  diajukan_at     timestamptz not null,
  diajukan_pada   date not null,
  putusan         text not null default 'NONE',
  diputus_at      timestamptz,
  selesai         boolean not null default false
);
create unique index perubahan_terbuka on perubahan_jadwal (kode_ppk, kodedokter, kdsubspesialis, diajukan_pada)
 where not selesai;
create index perubahan_belum_selesai on perubahan_jadwal (diajukan_pada) where not selesai;

create table peserta (
  nomorkartu  text primary key,
  nik         text not null unique,
  norm        text not null,
  nama        text not null,
  kelamin     text not null,
  tgllahir    date not null,
  daftarfp    boolean not null
);

-- What a booking may lean on: 1 first-level referral, 2 internal, 3 control, 4 another hospital's.
create table referensi (
  nomor       text primary key,
  nomorkartu  text not null,
  jenis       smallint not null,
  terbit      date not null,
  sampai      date not null,
  sep_terbit  boolean not null default false
);

create table antrean (
  kode_ppk        text not null,
  kodebooking     text not null,
  jkn             boolean not null,
  nomorkartu      text not null,
  nik             text not null,
  nohp            text not null,
  kdsubspesialis  text not null,
  norm            text not null,
  tanggal         date not null,
  kodedokter      integer not null,
  jampraktek      text not null,
  jeniskunjungan  smallint not null,
  nomorreferensi  text not null,
  nomorantrean    text not null,
  angkaantrean    integer not null,
  estimasi        bigint not null,
  pasienbaru      boolean not null,
  sumberdata      text not null,
  isi             bytea not null,   -- hash of what was told, to see whether a repeat is one
  jenisresep      text,
  created_at      timestamptz not null,
  dibatalkan_at   timestamptz,
  alasan_batal    text,
  primary key (kode_ppk, kodebooking)
);
create index antrean_tanggal on antrean (kode_ppk, tanggal);

-- Only ever added to; its booking's row is locked first.
create table task (
  kode_ppk     text not null,
  kodebooking  text not null,
  taskid       smallint not null,
  wakturs      timestamptz not null,
  waktu        timestamptz not null,
  primary key (kode_ppk, kodebooking, taskid)
);

create table farmasi (
  kode_ppk      text not null,
  kodebooking   text not null,
  jenisresep    text not null,
  nomorantrean  integer not null,
  keterangan    text not null,
  created_at    timestamptz not null,
  primary key (kode_ppk, kodebooking)
);

-- VClaim: what the queue's document names of it.

create table sep (
  no_sep         text primary key,
  kode_ppk       text not null,
  nomorkartu     text not null,
  tgl_sep        date not null,
  jns_pelayanan  smallint not null,  -- 1 inpatient, 2 outpatient
  poli           text not null,
  diagnosa       text not null,
  no_rujukan     text not null
);
create index sep_kartu on sep (nomorkartu, tgl_sep);

create table surat_kontrol (
  nomor         text primary key,
  kode_ppk      text not null,
  no_sep        text not null,
  nomorkartu    text not null,
  kode_dokter   integer not null,
  poli          text not null,
  tgl_rencana   date not null,
  tgl_terbit    date not null,
  petugas       text not null,
  dihapus_at    timestamptz
);
create index surat_kontrol_kartu on surat_kontrol (nomorkartu, tgl_rencana);
create index surat_kontrol_ppk on surat_kontrol (kode_ppk, tgl_rencana);

create table rujukan (
  nomor         text primary key,
  kode_ppk      text not null,
  no_sep        text not null,
  nomorkartu    text not null,
  tgl_rujukan   date not null,
  tgl_rencana   date not null,
  ppk_dirujuk   text not null,
  jns_pelayanan smallint not null,
  catatan       text not null,
  diagnosa      text not null,
  tipe          smallint not null,
  poli          text not null,
  petugas       text not null
);

create table rujukan_khusus (
  id             bigint generated by default as identity primary key,
  kode_ppk       text not null,
  no_rujukan     text not null,
  nomorkartu     text not null,
  diagnosa       text[] not null,
  prosedur       text[] not null,
  mulai          date not null,
  sampai         date not null,
  petugas        text not null
);
create unique index rujukan_khusus_nomor on rujukan_khusus (kode_ppk, no_rujukan);

-- The last number given, by hospital, kind and month.
create table nomor (
  kode_ppk  text not null,
  jenis     text not null,
  bulan     text not null,
  terakhir  integer not null,
  primary key (kode_ppk, jenis, bulan)
);
