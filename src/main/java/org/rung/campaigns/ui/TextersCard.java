package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignTexters;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.springframework.stereotype.Component;

/** Who texts, who could join them, and whether they may take work by themselves. */
@Component
class TextersCard implements StepCard {
    private final CampaignTexters texters;
    private final Members members;

    TextersCard(CampaignTexters texters, Members members) {
        this.texters = texters;
        this.members = members;
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
        var list = div("people-list");
        for (var texter : joined) {
            var row = div("row", span("grow", names.getOrDefault(texter, "")));
            if (scene.writable())
                row.add(button("link", scene.words("campaigns.texters.remove"), () -> {
                    texters.remove(actor, scene.campaign().campaignId(), texter);
                    scene.changed().run();
                }));
            list.add(row);
        }
        scene.panel().add(joined.isEmpty() ? span("muted", scene.words("campaigns.texters.none")) : list);
        if (!scene.writable()) return;
        scene.panel().add(adding(scene, joined), selfServe(scene));
        scene.panel()
                .add(div(
                        "notice",
                        new Span(scene.words("campaigns.texters.invite") + " "),
                        link(
                                "strong",
                                AccountsPaths.invite(scene.campaign().campaignId()),
                                scene.words("campaigns.texters.invite.where"))));
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

    private Checkbox selfServe(Scene scene) {
        var serve = new Checkbox(
                scene.words("campaigns.texters.selfServe"), scene.campaign().selfServe());
        serve.addValueChangeListener(change -> scene.save(draft -> draft.withSelfServe(change.getValue())));
        return serve;
    }
}
