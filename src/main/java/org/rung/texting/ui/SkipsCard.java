package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.texting.SkipReason;
import org.rung.texting.SkippedRow;
import org.rung.texting.Skips;
import org.rung.texting.TextingPaths;

/** How many were left out for each reason; who they were, once a reason is pressed. */
class SkipsCard extends Div {

    private static final int AT_ONCE = 10;

    private final transient Skips skips;
    private final transient Members members;
    private final transient Actor actor;
    private final transient CampaignId campaignId;
    private final ZoneId zone;
    private final Map<SkipReason, NativeButton> chips = new EnumMap<>(SkipReason.class);
    private final Div list = new Div();
    private final Div more = new Div();
    private Optional<SkipReason> open = Optional.empty();

    SkipsCard(
            Skips skips,
            Members members,
            Actor actor,
            CampaignId campaignId,
            Map<SkipReason, Integer> counts,
            ZoneId zone) {
        this.skips = skips;
        this.members = members;
        this.actor = actor;
        this.campaignId = campaignId;
        this.zone = zone;
        addClassNames("col", "campaign-extra");
        Div row = new Div();
        row.addClassNames("row", "wrap");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", getTranslation("texting.skips.title"));
        for (SkipReason reason : SkipReason.values()) {
            int count = counts.getOrDefault(reason, 0);
            if (count > 0) {
                NativeButton chip = chip(reason, count);
                chips.put(reason, chip);
                row.add(chip);
            }
        }
        list.addClassName("extra-list");
        list.getElement().setAttribute("role", "list");
        list.setVisible(false);
        more.addClassName("row");
        add(new H3(getTranslation("texting.skips.title")), row, list, more);
    }

    private NativeButton chip(SkipReason reason, int count) {
        NativeButton chip = new NativeButton(
                getTranslation("texting.skips.count", getTranslation("texting.skipped." + reason.name()), count),
                click -> press(reason));
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-pressed", "false");
        return chip;
    }

    private void press(SkipReason reason) {
        open = open.filter(reason::equals).isPresent() ? Optional.empty() : Optional.of(reason);
        chips.forEach((one, chip) -> {
            boolean on = open.filter(one::equals).isPresent();
            chip.setClassName("on", on);
            chip.getElement().setAttribute("aria-pressed", String.valueOf(on));
        });
        list.removeAll();
        more.removeAll();
        list.setVisible(open.isPresent());
        open.ifPresent(one -> show(one, Page.Wanted.first(AT_ONCE)));
    }

    private void show(SkipReason reason, Page.Wanted wanted) {
        var page = skips.page(actor, campaignId, reason, wanted);
        Map<MemberId, String> names = members.names(
                actor.organization(),
                page.rows().stream().flatMap(row -> row.texter().stream()).collect(Collectors.toSet()));
        page.rows().forEach(row -> list.add(line(row, names)));
        more.removeAll();
        page.next().ifPresent(next -> {
            NativeButton button = new NativeButton(
                    getTranslation("texting.replies.more"),
                    click -> show(reason, new Page.Wanted(Optional.of(next), AT_ONCE)));
            button.addClassName("link");
            more.add(button);
        });
    }

    private Component line(SkippedRow row, Map<MemberId, String> names) {
        Anchor who = new Anchor(
                "/" + TextingPaths.conversation(row.conversationId()),
                row.supporter().isBlank() ? getTranslation("texting.unnamed") : row.supporter());
        Span words = new Span(row.skip().words());
        words.setVisible(!row.skip().words().isEmpty());
        String texter = row.texter().map(one -> names.getOrDefault(one, "")).orElse("");
        Span when = new Span(
                (texter.isEmpty() ? "" : texter + " · ") + Phrases.when(row.skippedAt(), zone, Phrases.locale()));
        when.addClassNames("small", "muted");
        Div line = new Div(who, words, when);
        line.getElement().setAttribute("role", "listitem");
        return line;
    }
}
