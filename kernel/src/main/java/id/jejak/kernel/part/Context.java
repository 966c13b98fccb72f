package id.jejak.kernel.part;

import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.mail.Mailer;
import id.jejak.kernel.time.Jobs;
import java.security.SecureRandom;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What every part is given. Nothing else of the outside world reaches a part.
 *
 * @param clock the time it is, which the sandbox may move
 * @param derived folder, perhaps not there yet, for what can be made again from the database at any time; each part keeps
 *     to a folder of its own name in it
 * @param demo true when the demo world and the sandbox are on
 */
public record Context(
    Db db,
    InstantSource clock,
    Jobs jobs,
    Settings settings,
    Ids ids,
    SecureRandom random,
    Mailer mailer,
    Path derived,
    boolean demo) {}
