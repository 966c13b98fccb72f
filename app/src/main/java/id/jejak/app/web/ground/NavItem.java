package id.jejak.app.web.ground;

/**
 * An entry of the navigation.
 *
 * @param path where it leads; also of every page below it
 * @param id in Indonesian
 * @param en in English
 * @param sandbox true when it is there in a demo world only
 */
public record NavItem(String path, String id, String en, boolean sandbox) {}
