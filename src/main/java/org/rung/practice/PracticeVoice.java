package org.rung.practice;

import java.util.Locale;
import org.rung.common.Sentence;

/**
 * What invented supporters say.
 *
 * @param texter the first name of whoever texts them
 * @param goodbye the one answer to a STOP
 */
record PracticeVoice(Locale language, String texter, String goodbye) {
    String says(Temper temper, int time) {
        return Sentence.of("practice.says." + temper + "." + time, texter).in(language);
    }
}
