package org.rung.alerts;

import java.util.Optional;

/**
 * How a member wants to hear of replies that wait.
 *
 * @param digest an e-mail, once a day at most, when replies have waited for hours
 * @param quiet in the organization's zone
 */
public record AlertChoices(boolean digest, Optional<QuietTimes> quiet) {
    public static final AlertChoices NONE = new AlertChoices(false, Optional.empty());
}
