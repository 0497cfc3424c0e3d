package org.rung.review.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rung.accounts.Member;
import org.rung.campaigns.Campaign;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumbers;
import org.rung.messaging.Direction;
import org.rung.review.ReviewFilter;
import org.rung.texting.ConversationState;

/** What is looked for: the words above, and folded away on a phone all that narrows them. */
class FilterBar extends Div {
    private final transient Choices choices;
    private final transient Runnable changed;
    private final String country;
    private final TextField words = new TextField();
    private final ComboBox<Campaign> campaign = new ComboBox<>(getTranslation("review.campaign"));
    private final ComboBox<Member> texter = new ComboBox<>(getTranslation("review.texter"));
    private final Select<Direction> way = new Select<>();
    private final Select<ConversationState> state = new Select<>();
    private final ComboBox<String> tag = new ComboBox<>(getTranslation("review.tag"));
    private final ComboBox<Choices.Answer> answer = new ComboBox<>(getTranslation("review.answer"));
    private final TextField failure = new TextField(getTranslation("review.failure"));
    private final TextField number = new TextField(getTranslation("review.number"));
    private final Checkbox flagged = new Checkbox(getTranslation("review.flagged"));
    private final Checkbox noCampaign = new Checkbox(getTranslation("review.noCampaign"));
    private final Details more;
    private boolean quiet;

    FilterBar(Choices choices, Actor.Member actor, String country, Runnable changed) {
        this.choices = choices;
        this.changed = changed;
        this.country = country;
        addClassNames("review-filters", "col");
        words.setPlaceholder(getTranslation("review.words"));
        words.setAriaLabel(getTranslation("review.words"));
        words.setHelperText(getTranslation("review.words.help"));
        words.setClearButtonVisible(true);
        words.setMaxLength(ReviewFilter.LONGEST);
        words.addClassName("grow");
        campaign.setItems(
                query -> choices.campaigns(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        campaign.setItemLabelGenerator(Campaign::name);
        texter.setItems(
                query -> choices.members(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        texter.setItemLabelGenerator(Member::name);
        pick(
                way,
                "review.way",
                List.of(Direction.IN, Direction.OUT),
                value -> getTranslation("review.way." + value.name()));
        pick(
                state,
                "review.state",
                List.of(ConversationState.NEEDS_RESPONSE, ConversationState.AWAITING_REPLY, ConversationState.CLOSED),
                value -> getTranslation("review.state." + value.name()));
        tag.setItems(choices.tags());
        answer.setItemLabelGenerator(Choices.Answer::words);
        failure.setHelperText(getTranslation("review.failure.help"));
        failure.setMaxLength(12);
        number.setMaxLength(40);
        number.setVisible(actor.may(Permission.SEE_NUMBERS));
        List.<ComboBox<?>>of(campaign, texter, tag, answer).forEach(box -> box.setClearButtonVisible(true));
        failure.setClearButtonVisible(true);
        number.setClearButtonVisible(true);
        Div fields = new Div(campaign, texter, way, state, tag, answer, failure, number, flagged, noCampaign);
        fields.addClassNames("form", "filters", "review-fields");
        more = new Details(getTranslation("review.filters"), fields);
        more.addClassName("review-more");
        Button clear = new Button(getTranslation("review.clear"), click -> {
            show(ReviewFilter.ALL);
            changed.run();
        });
        Div top = new Div(words, clear);
        top.addClassNames("row", "review-top");
        add(top, more);
        campaign.addValueChangeListener(change -> {
            answers(Optional.empty());
            if (change.getValue() != null) quietly(() -> noCampaign.setValue(false));
        });
        noCampaign.addValueChangeListener(change -> {
            if (change.getValue()) quietly(campaign::clear);
        });
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(
                words, campaign, texter, way, state, tag, answer, failure, number, flagged, noCampaign)) {
            field.addValueChangeListener(change -> {
                if (!quiet) changed.run();
            });
        }
        // On a desk there is room for all of them.
        more.getElement().executeJs("if (matchMedia('(min-width: 1000px)').matches) this.opened = true");
    }

    private <E extends Enum<E>> void pick(Select<E> select, String label, List<E> values, Function<E, String> words) {
        select.setLabel(getTranslation(label));
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("review.any"));
        select.setItemLabelGenerator(value -> value == null ? getTranslation("review.any") : words.apply(value));
    }

    private void answers(Optional<ReviewFilter.GivenAnswer> chosen) {
        List<Choices.Answer> all =
                campaign.getOptionalValue().map(choices::answers).orElse(List.of());
        answer.setItems(all);
        answer.setEnabled(!all.isEmpty());
        answer.setHelperText(all.isEmpty() ? getTranslation("review.answer.help") : "");
        answer.setValue(all.stream()
                .filter(one -> chosen.filter(one.given()::equals).isPresent())
                .findFirst()
                .orElse(null));
    }

    /** As an address says it; what is not there any more is left out. */
    void show(ReviewFilter filter) {
        quietly(() -> fill(filter));
        if (!filter.saying("").equals(ReviewFilter.ALL)) more.setOpened(true);
    }

    /** A field that follows another one is not looked for twice. */
    private void quietly(Runnable change) {
        boolean before = quiet;
        quiet = true;
        change.run();
        quiet = before;
    }

    private void fill(ReviewFilter filter) {
        words.setValue(filter.words());
        campaign.setValue(filter.campaign().flatMap(choices::campaign).orElse(null));
        texter.setValue(filter.texter().flatMap(choices::member).orElse(null));
        way.setValue(filter.direction().orElse(null));
        state.setValue(filter.state().orElse(null));
        tag.setValue(filter.tag().filter(choices.tags()::contains).orElse(null));
        answers(filter.answer());
        failure.setValue(filter.failure().orElse(""));
        number.setValue(filter.number().map(PhoneNumbers::national).orElse(""));
        flagged.setValue(filter.flagged());
        noCampaign.setValue(filter.noCampaign());
    }

    /** @throws org.rung.common.Problem.Invalid for a number or a code that is none */
    ReviewFilter filter() {
        return new ReviewFilter(
                words.getValue().strip(),
                campaign.getOptionalValue().map(Campaign::campaignId),
                texter.getOptionalValue().map(Member::memberId),
                way.getOptionalValue(),
                state.getOptionalValue(),
                tag.getOptionalValue(),
                answer.getOptionalValue().map(Choices.Answer::given),
                text(failure),
                text(number).map(written -> PhoneNumbers.read(written, country)),
                flagged.getValue(),
                noCampaign.getValue());
    }

    private static Optional<String> text(AbstractField<?, String> field) {
        return Optional.of(field.getValue().strip()).filter(written -> !written.isEmpty());
    }
}
