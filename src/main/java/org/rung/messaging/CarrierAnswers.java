package org.rung.messaging;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.rung.accounts.Organization;

/** The two answers that carriers ask for, in the organization's language. */
final class CarrierAnswers {
    private CarrierAnswers() {}

    static String of(Organization organization, Purpose purpose) {
        if (purpose == Purpose.HELP && !organization.helpWords().isBlank()) {
            return organization.helpWords();
        }
        ResourceBundle words = ResourceBundle.getBundle(
                "words.messaging",
                Locale.forLanguageTag(organization.language()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String key = purpose == Purpose.HELP ? "messaging.answer.help" : "messaging.answer.stop";
        return MessageFormat.format(words.getString(key), organization.name());
    }
}
