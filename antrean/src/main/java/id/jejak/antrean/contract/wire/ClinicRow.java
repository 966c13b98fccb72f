package id.jejak.antrean.contract.wire;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** A subspecialty and its clinic. Codes are texts, also where they look like numbers. */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS, Referensi Poli", seen = "2026-11")
public record ClinicRow(String nmpoli, String nmsubspesialis, String kdsubspesialis, String kdpoli) {}
