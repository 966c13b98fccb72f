package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A newcomer's walk, from a fresh demo world to a pack in a patient's hand and a recall that names them, in a browser and
 * nowhere else. {@code docs/guides/walk.md} tells it with the pictures that are taken here.
 */
class WalkTest {
  private static String pack(int number) {
    return String.format(Locale.ROOT, "SGTDEV001PRM%04d", number);
  }

  @Test
  void fromThePalletToThePatientAndBack() {
    Chromium.executable();
    try (var console = TestConsole.start(); var chromium = Chromium.before(console, "404", "data|blob|chrome-extension")) {
      console.json("POST", "/sandbox/reset", "");
      chromium.sit(1366, 768);
      sent(chromium);
      mapped(chromium);
      received(chromium);
      prescribed(chromium);
      dispensed(chromium);
      recalled(chromium);
      chromium.sound();
    }
  }

  private static void sent(Chromium chromium) {
    chromium.go("/console/ttac");
    chromium.page.click("form:has(input[value^='gudang@']) button");
    chromium.page.waitForSelector("text=Menunggu diterima");
    chromium.press("k");
    chromium.page.waitForSelector(".scan");
    chromium.page.selectOption("select[name=target]", "123");
    chromium.page.focus(".scan");
    chromium.scan("TSR_SGTDEV001");
    chromium.page.click("button.primary");
    chromium.page.waitForSelector("button[data-key=y]");
    chromium.picture("walk-1-send");
    chromium.press("y");
    chromium.page.waitForSelector("text=1 barcode selesai.");
  }

  private static void mapped(Chromium chromium) {
    chromium.as("apoteker.rs", "/console/stock/map");
    chromium.page.fill("input[name=nie]", "TR202358291");
    chromium.page.fill("input[name=kfa]", "93990002");
    chromium.page.fill("input[name=pack_units]", "10");
    chromium.page.fill("input[name=price]", "600");
    chromium.press("Enter");
    chromium.page.waitForSelector(".note.good");
  }

  private static void received(Chromium chromium) {
    chromium.as("gudang.rs", "/console/stock/do/in");
    chromium.page.click("#inbound tr:has-text('TSR_SGTDEV001') a");
    chromium.page.waitForSelector("textarea[name=units]");
    chromium.page.focus(".scan");
    for (int i = 1; i <= 10; i++) {
      chromium.scan(pack(i));
    }
    chromium.page.fill("input[name=place]", "RAK-A");
    chromium.page.click("button.primary");
    chromium.page.waitForSelector("button[data-key=y]");
    chromium.picture("walk-2-receive");
    chromium.press("y");
    chromium.page.waitForSelector("text=10 kemasan diterima");
  }

  private static void prescribed(Chromium chromium) {
    chromium.as("dokter.rs", "/console/doctor");
    chromium.scan("P02029542843");
    chromium.page.waitForSelector("text=Yudi Nurwanto");
    chromium.page.fill("input[name=q]", "panadin");
    chromium.page.waitForSelector(".drug:has-text('PANADIN')");
    chromium.page.focus(".drug");
    chromium.press("Enter");
    chromium.page.waitForSelector("#words_0:has-text('3 kali sehari 1 tablet')");
    chromium.picture("walk-3-prescribe");
    chromium.press("F9");
    chromium.page.waitForSelector("#signed");
  }

  private static void dispensed(Chromium chromium) {
    chromium.as("apoteker.rs", "/console/pharmacy");
    chromium.press("ArrowDown");
    chromium.press("Enter");
    chromium.page.waitForSelector("#script");
    chromium.scan(pack(1));
    chromium.page.waitForSelector(".rx.full");
    chromium.press("F9");
    chromium.page.waitForSelector("#handed");
    chromium.picture("walk-4-dispense");
  }

  private static void recalled(Chromium chromium) {
    chromium.go("/console/recall");
    chromium.page.fill("input[name=value]", "STRIAL");
    chromium.page.fill("input[name=reason]", "cemaran");
    chromium.press("Enter");
    chromium.page.waitForSelector("svg.graph");
    chromium.page.selectOption("select[name=purpose]", "recall");
    chromium.page.click("button[value=page]");
    chromium.page.waitForSelector("#people strong");
    chromium.picture("walk-5-recall");
    assertTrue(chromium.page.locator("#people").textContent().contains("Yudi Nurwanto"));
    chromium.go("/console/pharmacy");
    chromium.scan(pack(2));
    chromium.page.waitForSelector("#verdict:has-text('ditarik')");
  }
}
