package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.satusehat.client.Query;
import id.jejak.satusehat.client.Resource;
import id.jejak.satusehat.contract.Systems;
import java.time.LocalDate;

/** Finds patients and health workers; the answer's note says when there was more than one. */
final class People {
  private final Sending sending;

  People(Sending sending) {
    this.sending = sending;
  }

  Answer<Person> patient(String nik) {
    return sending.find("Patient", Query.identifier(Systems.NIK, nik)).map(People::person);
  }

  Answer<Person> patient(String name, LocalDate born, String nik) {
    return sending.find("Patient", Query.where("name", name).and("birthdate", born.toString())
        .and("identifier", Systems.NIK + "|" + nik)).map(People::person);
  }

  Answer<Person> worker(String nik) {
    return sending.find("Practitioner", Query.identifier(Systems.NIK, nik)).map(People::person);
  }

  private static Person person(Resource resource) {
    return new Person(resource.reference(), resource.text("/name/0/text"));
  }
}
