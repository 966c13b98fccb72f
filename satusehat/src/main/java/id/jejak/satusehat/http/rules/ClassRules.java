package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.http.rules.Report.Words;

/**
 * The class of service of a room, and of a visit's stay in one: 10163 to 10165. They stand in the Ministry's
 * extensions, which no path of the dictionary's table leads to. Stateless.
 */
final class ClassRules {
  private static final String ROOM = "https://fhir.kemkes.go.id/r4/StructureDefinition/LocationServiceClass";
  private static final String STAY = "https://fhir.kemkes.go.id/r4/StructureDefinition/ServiceClass";
  private static final String CLASS = "http://terminology.kemkes.go.id/CodeSystem/locationServiceClass-";
  private static final String UPGRADE = "http://terminology.kemkes.go.id/CodeSystem/locationUpgradeClass";
  private static final Words ROOM_CLASS = new Words("10163", "sistem kode kelas layanan ruangan tidak sesuai",
      "not a code system of a room's class of service");
  private static final Words STAY_CLASS = new Words("10164", "sistem kode kelas layanan kunjungan tidak sesuai",
      "not a code system of a stay's class of service");
  private static final Words STAY_UPGRADE = new Words("10165", "sistem kode perubahan kelas tidak sesuai",
      "not the code system of a change of class");

  private ClassRules() {}

  static void check(String type, Spot resource, Report report) {
    if (type.equals("Location")) {
      for (var extension : resource.all("extension")) {
        if (extension.text("url").equals(ROOM)) {
          systems(extension, ROOM_CLASS, CLASS, report);
          extension.all("extension").forEach(inner -> systems(inner, ROOM_CLASS, CLASS, report));
        }
      }
      return;
    }
    for (var extension : resource.all("location.extension")) {
      if (extension.text("url").equals(STAY)) {
        for (var inner : extension.all("extension")) {
          switch (inner.text("url")) {
            case "value" -> systems(inner, STAY_CLASS, CLASS, report);
            case "upgradeClassIndicator" -> systems(inner, STAY_UPGRADE, UPGRADE, report);
            default -> { /* the dictionary says nothing about others */ }
          }
        }
      }
    }
  }

  private static void systems(Spot extension, Words words, String head, Report report) {
    for (var coding : extension.all("valueCodeableConcept.coding")) {
      if (!coding.text("system").startsWith(head)) {
        report.broken(words, coding.at("system"), head.endsWith("-") ? head + "Inpatient | Outpatient" : head,
            coding.text("system"));
      }
    }
  }
}
