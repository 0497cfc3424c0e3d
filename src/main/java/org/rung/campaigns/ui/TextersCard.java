package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.HeldWork;
import org.rung.campaigns.Reach;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.teams.TeamRow;
import org.rung.teams.Teams;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who texts, who could join them, and whether they may take work by themselves. */
@Component
class TextersCard implements StepCard {
    private final CampaignTexters texters;
    private final Members members;
    private final Teams teams;
    private final ObjectProvider<HeldWork> work;
    private final Reach reach;

    TextersCard(CampaignTexters texters, Members members, Teams teams, ObjectProvider<HeldWork> work, Reach reach) {
        this.reach = reach;
        this.texters = texters;
        this.members = members;
        this.teams = teams;
        this.work = work;
    }

    @Override
    public Step step() {
        return Step.TEXTERS;
    }

    @Override
    public void show(Scene scene) {
        var actor = scene.actor();
        var joined = texters.of(actor.organization(), scene.campaign().campaignId());
        var names = members.names(actor.organization(), joined);
        var held = held(scene);
        var list = div("people-list");
        for (var texter : joined) {
            var name = names.getOrDefault(texter, "");
            var theirs = held.getOrDefault(texter, HeldWork.Held.NOTHING);
            var row = div("row wrap", span("grow", name));
            if (theirs.all() > 0)
                row.add(
                        span("small muted", holds(scene, theirs)),
                        button(
                                "btn ghost small",
                                scene.words("campaigns.texters.back"),
                                () -> work.ifAvailable(
                                        all -> new TakeBackDialog(scene, all, texter, name, theirs).open())));
            if (scene.writable())
                row.add(button("link", scene.words("campaigns.texters.remove"), () -> remove(scene, texter, name)));
            list.add(row);
        }
        scene.panel().add(joined.isEmpty() ? span("muted", scene.words("campaigns.texters.none")) : list);
        languages(scene);
        if (!scene.writable()) return;
        scene.panel().add(adding(scene, joined));
        team(scene).ifPresent(scene.panel()::add);
        scene.panel().add(selfServe(scene));
        scene.panel()
                .add(div(
                        "notice",
                        new Span(scene.words("campaigns.texters.invite") + " "),
                        link(
                                "strong",
                                AccountsPaths.invite(scene.campaign().campaignId()),
                                scene.words("campaigns.texters.invite.where"))));
    }

    /** Who speaks something else than most, and who of the texters writes that: they are given to those first. */
    private void languages(Scene scene) {
        var spoken = reach.languages(scene.actor(), scene.campaign());
        if (spoken.isEmpty()) return;
        var list = div("row wrap");
        spoken.forEach(one -> list.add(span(
                one.texters() == 0 ? "chip warn" : "chip",
                scene.words(
                        "campaigns.texters.language",
                        Locale.of(one.language()).getDisplayLanguage(scene.locale()),
                        one.people(),
                        one.texters()))));
        scene.panel().add(list, span("small muted", scene.words("campaigns.texters.language.how")));
    }

    private Map<MemberId, HeldWork.Held> held(Scene scene) {
        var all = work.getIfAvailable();
        return all == null || scene.draft() || !scene.actor().may(Permission.ASSIGN)
                ? Map.of()
                : all.held(scene.actor(), scene.campaign().campaignId());
    }

    static String holds(Scene scene, HeldWork.Held held) {
        return Stream.of(
                        held.firstTexts() == 0 ? "" : scene.words("campaigns.texters.firsts", held.firstTexts()),
                        held.replies() == 0 ? "" : scene.words("campaigns.texters.replies", held.replies()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** In a campaign that runs they may have work in their hands, and conversations under way. */
    private void remove(Scene scene, MemberId texter, String name) {
        Runnable remove = () -> {
            texters.remove(scene.actor(), scene.campaign().campaignId(), texter);
            scene.changed().run();
        };
        if (scene.draft()) {
            remove.run();
            return;
        }
        new SureDialog(
                        scene.words("campaigns.texters.remove.title", name),
                        scene.words("campaigns.texters.remove.how"),
                        scene.words("campaigns.texters.remove"),
                        scene.words("campaigns.cancel"),
                        remove)
                .open();
    }

    private Div adding(Scene scene, List<MemberId> joined) {
        var there = new HashSet<>(joined);
        var pick = new MultiSelectComboBox<Member>(scene.words("campaigns.texters.add"));
        pick.setItems(query -> members
                .search(
                        scene.actor(),
                        MemberFilter.whoMay(
                                Permission.TEXT, there, query.getFilter().orElse("")),
                        query.getOffset(),
                        query.getLimit())
                .stream());
        pick.setItemLabelGenerator(Member::name);
        pick.addClassName("grow");
        return div("row add-texters", pick, button("btn", scene.words("campaigns.texters.add.do"), () -> {
            texters.add(
                    scene.actor(),
                    scene.campaign().campaignId(),
                    pick.getValue().stream().map(Member::memberId).toList());
            scene.changed().run();
        }));
    }

    /** Only where there are teams. */
    private Optional<Div> team(Scene scene) {
        var first = teams.page(scene.actor(), false, Page.Wanted.first(200)).rows();
        if (first.isEmpty()) return Optional.empty();
        var pick = new ComboBox<TeamRow>(scene.words("campaigns.texters.team"));
        pick.setItems(first);
        pick.setItemLabelGenerator(row -> row.team().name());
        pick.addClassName("grow");
        return Optional.of(div("row add-texters", pick, button("btn", scene.words("campaigns.texters.team.do"), () -> {
            if (pick.getValue() == null) {
                pick.setInvalid(true);
                return;
            }
            try {
                int joined = texters.addTeam(
                        scene.actor(),
                        scene.campaign().campaignId(),
                        pick.getValue().team().teamId());
                said(scene.words("campaigns.texters.team.done", joined));
                scene.changed().run();
            } catch (Problem refused) {
                pick.setErrorMessage(Sentences.of(refused));
                pick.setInvalid(true);
            }
        })));
    }

    private Checkbox selfServe(Scene scene) {
        var serve = new Checkbox(
                scene.words("campaigns.texters.selfServe"), scene.campaign().selfServe());
        serve.addValueChangeListener(change -> scene.save(draft -> draft.withSelfServe(change.getValue())));
        return serve;
    }
}
