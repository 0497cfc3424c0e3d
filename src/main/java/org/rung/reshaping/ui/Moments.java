package org.rung.reshaping.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;

/** Who did something and when, in the reader's words. */
class Moments {
    private final Members members;
    private final Actor actor;
    private final DateTimeFormatter moment;

    Moments(Members members, Actor actor, Locale locale, ZoneId zone) {
        this.members = members;
        this.actor = actor;
        this.moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
    }

    String who(Optional<MemberId> member) {
        return member.map(id -> members.names(actor.organization(), List.of(id)).getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> I18NProvider.translate("reshaping.somebody"));
    }

    String when(Optional<Instant> at) {
        return at.map(moment::format).orElse("");
    }
}
