package org.rung.crew.ui;

import static org.rung.crew.ui.CrewWords.div;
import static org.rung.crew.ui.CrewWords.said;
import static org.rung.crew.ui.CrewWords.say;
import static org.rung.crew.ui.CrewWords.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import java.util.Optional;
import org.rung.accounts.AccountPart;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.texters.TermsOfTexters;

/** What one writes beside the organization's language, said by oneself. */
@org.springframework.stereotype.Component
class OwnLanguages implements AccountPart {
    private final TermsOfTexters terms;
    private final Organizations organizations;

    OwnLanguages(TermsOfTexters terms, Organizations organizations) {
        this.terms = terms;
        this.organizations = organizations;
    }

    @Override
    public Optional<Component> part(Actor.Member actor) {
        if (!actor.may(Permission.TEXT)) return Optional.empty();
        var mine = terms.of(actor, actor.memberId()).languages();
        var pick = new LanguagePick(
                say("crew.mine.label"), organizations.get(actor.organization()).language(), mine);
        pick.addValueChangeListener(change -> {
            terms.speaks(actor, actor.memberId(), pick.chosen());
            said(say("crew.mine.saved"));
        });
        return Optional.of(div("col", new H2(say("crew.mine")), span("small muted", say("crew.mine.how")), pick));
    }
}
