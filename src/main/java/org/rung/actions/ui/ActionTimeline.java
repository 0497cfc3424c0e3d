package org.rung.actions.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.WhyDialog;
import org.rung.actions.ActionRow;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.people.SupporterId;
import org.rung.people.TimelineAct;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.springframework.stereotype.Component;

/** What someone did, for the timeline on their page, and how it is taken back. */
@Component
class ActionTimeline implements TimelineSource {
    private final Actions actions;

    ActionTimeline(Actions actions) {
        this.actions = actions;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        return actions.before(actor, supporterId, before, limit).stream()
                .filter(ActionTimeline::told)
                .map(action -> entry(actor, action))
                .toList();
    }

    /** What Rung itself took back, since an answer changed or a recruit fell, is no part of the story. */
    private static boolean told(ActionRow action) {
        return action.type() != ActionType.RECRUIT_ROSE
                        && action.voided().flatMap(Sentence::read).isEmpty()
                || action.voided().isEmpty();
    }

    private TimelineEntry entry(Actor actor, ActionRow action) {
        String title = translate("actions.type." + action.type());
        return new TimelineEntry(
                action.happenedAt(),
                "action",
                title,
                action.voided()
                        .map(reason -> translate("actions.void.why", reason))
                        .orElse(action.note()),
                action.voided().isEmpty(),
                mayVoid(actor, action) ? Optional.of(voiding(actor, action, title)) : Optional.empty());
    }

    private static boolean mayVoid(Actor actor, ActionRow action) {
        return actor.may(Permission.RECORD_ACTIONS)
                && action.voided().isEmpty()
                && action.type() != ActionType.RECRUIT_ROSE;
    }

    private TimelineAct voiding(Actor actor, ActionRow action, String title) {
        return new TimelineAct(
                translate("actions.void.open"),
                translate("actions.void.name", title),
                changed -> new WhyDialog(
                                translate("actions.void.title", title),
                                translate("actions.void.words"),
                                translate("actions.void.do"),
                                reason -> {
                                    actions.voidAction(actor, action.actionId(), reason);
                                    changed.run();
                                })
                        .open());
    }
}
