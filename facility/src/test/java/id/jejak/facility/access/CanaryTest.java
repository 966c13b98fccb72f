package id.jejak.facility.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import id.jejak.facility.access.contract.AccessOperations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Identifiers of made-up people, sent to every operation in every place, are found nowhere but where they were asked for. */
class CanaryTest {
  private static final String NIK = "3171990101990042";
  private static final String CARD = "0009876543210";
  private static final String IHS = "P0777777KANARI";
  private static final String NAME = "Kanari Kuningwarna";
  private static final String PHONE = "0819777666555";
  private static final String ADDRESS = "Jalan Sangkar Emas 42";
  private static final List<String> CANARIES = List.of(NIK, CARD, IHS, NAME, PHONE, ADDRESS, "Kuningwarna");

  @Test
  void areFoundInNoLogNoErrorNoMetricAndNoColumn() {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try (var house = new TestAccess()) {
      var person = Map.of("nik", NIK, "card", CARD, "ihs", IHS, "name", NAME, "phone", PHONE, "address", ADDRESS, "born",
          "1999-01-01", "sex", "male", "purpose", "registration");
      var id = house.post("kepala.rs", "/patients", person).path("id").asString();
      assertEquals(NAME, house.get("kepala.rs", "/patients/" + id + "?purpose=treatment").path("name").asString());
      assertEquals(NAME, house.post("kepala.rs", "/patients/find", Map.of("nik", NIK, "purpose", "treatment")).path("name")
          .asString());
      house.ask("kepala.rs", "PUT", "/patients/" + id, person);
      house.ask("kepala.rs", "POST", "/break-glass", Map.of("role", "doctor", "reason", NAME + " " + NIK + " gawat"));
      var refusals = new ArrayList<String>();
      for (var operation : AccessOperations.ALL) {
        if (operation.equals(AccessOperations.LOGOUT)) {
          continue;
        }
        for (var who : List.of("kepala.rs", "gudang.rs", "")) {
          for (var body : bodies()) {
            for (var path : List.of(operation.path().replace("{id}", NIK), operation.path().replace("{id}", id)
                + "?purpose=" + NIK + "&from=" + CARD + "&before=" + NIK + "&state=" + NIK + "&code=" + IHS)) {
              var answer = house.ask(who, operation.method(), path, body);
              assertTrue(answer.status() < 500, operation.id() + " " + answer.status());
              if (answer.status() >= 400) {
                refusals.add(answer.text());
              }
            }
          }
        }
      }
      var again = house.post("kepala.rs", "/patients", person).path("id").asString(); // the first one was erased above
      house.tamper("update access.patient set sealed = wrapped where id = " + again);
      refusals.add(house.ask("kepala.rs", "GET", "/patients/" + again + "?purpose=treatment", "").text());
      assertTrue(refusals.size() > 100);
      nowhere("refusals", refusals.toString());
      nowhere("metrics", house.metrics.getMetersAsString());
      nowhere("database", dump(house));
    } finally {
      root.detachAppender(log);
    }
    var said = new StringBuilder();
    log.list.forEach(event -> said.append(event.getFormattedMessage()).append(
        event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n'));
    assertTrue(said.toString().contains("access.patient.read failed"), "the log is looked at");
    nowhere("log", said.toString());
  }

  private static List<String> bodies() {
    var all = "{\"nik\":\"" + NIK + "\",\"name\":\"" + NAME + "\",\"purpose\":\"" + NIK + "\",\"username\":\"" + NIK
        + "\",\"password\":\"" + NIK + "\",\"role\":\"" + NAME + "\",\"reason\":\"" + NIK + "\",\"roles\":[\"" + NIK
        + "\"],\"born\":\"" + NIK + "\",\"code\":\"" + NIK + "\",\"old\":\"" + NIK + "\",\"new\":\"" + NIK + "\"}";
    return List.of(all, all.substring(1), "[\"" + NIK + "\"]", "{\"nik\":" + NIK + ",\"name\":{\"x\":\"" + NAME + "\"}}",
        "{\"nik\":\"" + NIK + "\",\"card\":\"" + CARD + "\",\"purpose\":\"treatment\",\"name\":\"" + NAME
            + "\",\"phone\":\"" + NIK + NIK + "\"}");
  }

  /** Every column of every table, bytes also as hexadecimal digits. */
  private static String dump(TestAccess house) {
    return house.db.read(handle -> {
      var all = new StringBuilder();
      for (var table : handle.createQuery("""
          select table_schema || '.' || table_name from information_schema.tables
           where table_schema = 'access' order by 1""").mapTo(String.class).list()) {
        handle.createQuery("select row_to_json(t)::text from " + table + " t").mapTo(String.class).list()
            .forEach(row -> all.append(row).append('\n'));
      }
      assertTrue(all.length() > 10_000, "the dump holds something");
      return all.toString();
    });
  }

  private static void nowhere(String where, String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (var canary : CANARIES) {
      int at = lower.indexOf(canary.toLowerCase(Locale.ROOT));
      assertFalse(at >= 0, () -> where + " holds " + canary + " at " + text.substring(Math.max(0, at - 200), at + 40));
      assertFalse(lower.contains(HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8))),
          where + " holds the bytes of " + canary);
    }
  }
}
