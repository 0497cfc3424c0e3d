package org.rung.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.answers.AnswersPaths;
import org.rung.answers.ManyAnswers;
import org.rung.campaigns.CampaignScripts;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.people.Supporters;
import org.rung.review.ReviewFilter;
import org.rung.review.ReviewPaths;
import org.rung.review.Reviews;
import org.rung.scripts.Readers;
import org.rung.scripts.Scripts;
import org.rung.texting.ConversationId;
import org.rung.texting.ManyConversations;

/** All texts, searched; a thread opens beside them, and what is wrong is set right from here. */
@Route(ReviewPaths.REVIEW)
@Menu(title = "review.title", order = 13)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final FilterBar filters;
    private final Div problem = new Div();
    private final ResultList results;
    private final BulkBar bulk;
    private final transient Threads threads;
    private final Div side = new Div();
    private Optional<ConversationId> open = Optional.empty();
    private ReviewFilter shown = ReviewFilter.ALL;

    ReviewView(
            Reviews reviews,
            Threads threads,
            ManyConversations many,
            Campaigns campaigns,
            Members members,
            Supporters supporters,
            Scripts scripts,
            CampaignScripts campaignScripts,
            ManyAnswers answers,
            Readers readers,
            SignedIn signedIn) {
        this.threads = threads;
        Actor.Member actor = signedIn.actor();
        addClassNames("page", "review");
        Choices choices = new Choices(campaigns, members, supporters, scripts, campaignScripts, actor);
        filters = new FilterBar(choices, actor, signedIn.organization().country(), this::changed);
        results = new ResultList(
                (filter, wanted) -> reviews.search(actor, filter, wanted),
                members,
                actor,
                signedIn.organization().zone(),
                conversation -> open(Optional.of(conversation)),
                this::chosen);
        bulk = new BulkBar(
                many,
                members,
                actor,
                results::chosen,
                results::chooseAll,
                () -> new AnswerThemDialog(
                                answers,
                                readers.fields(actor.organization()),
                                choices,
                                actor,
                                results.chosen(),
                                this::look)
                        .open(),
                this::look);
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div list = new Div(problem, bulk, results);
        list.addClassName("review-list");
        side.addClassName("review-side");
        Div both = new Div(list, side);
        both.addClassName("review-both");
        add(head(), filters, both);
    }

    private Component head() {
        Span line = new Span(getTranslation("review.line"));
        line.addClassName("muted");
        Anchor words = new Anchor("/" + ReviewPaths.WORDS, getTranslation("review.watched"));
        words.addClassNames("btn", "ghost");
        Anchor many = new Anchor("/" + AnswersPaths.ANSWERS, getTranslation("review.answerThem.all"));
        many.addClassNames("btn", "ghost");
        Div head = new Div(new Div(new H1(getTranslation("review.title")), line), many, words);
        head.addClassName("page-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            Address address = Address.read(entering.getLocation().getQueryParameters());
            filters.show(address.filter());
            shown = address.filter();
            look();
            show(address.open());
        } catch (Problem wrong) {
            fail(wrong);
        }
    }

    private void changed() {
        try {
            shown = filters.filter();
            look();
            write();
        } catch (Problem wrong) {
            fail(wrong);
        }
    }

    private void look() {
        problem.setVisible(false);
        results.show(shown);
        bulk.setVisible(!results.nothing());
        chosen();
    }

    private void fail(Problem wrong) {
        problem.setText(Sentences.of(wrong));
        problem.setVisible(true);
    }

    private void chosen() {
        bulk.show(results.chosen().size());
    }

    private void open(Optional<ConversationId> conversation) {
        show(conversation);
        write();
    }

    private void show(Optional<ConversationId> conversation) {
        open = conversation;
        side.removeAll();
        try {
            conversation.ifPresent(
                    id -> side.add(threads.pane(id, shown.words(), () -> open(Optional.empty()), this::look)));
        } catch (Problem gone) {
            open = Optional.empty();
            fail(gone);
        }
        side.setVisible(open.isPresent());
        setClassName("open", open.isPresent());
        results.mark(open);
    }

    /** The address keeps what is looked for, so that it can be kept and passed on. */
    private void write() {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Address(shown, open).text()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.title") + " · Rung";
    }
}
