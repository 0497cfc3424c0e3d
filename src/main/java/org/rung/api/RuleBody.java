package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.ladder.Rule;
import org.rung.ladder.Rule.Evidence;

@Schema(
        name = "Rule",
        description = "When a rung is reached: any of the ways, each of which asks for all of its parts.")
record RuleBody(@Nullable List<Way> anyOf) {

    @Schema(name = "RuleWay")
    record Way(@Nullable List<Part> allOf) {}

    /** How evidence is looked for. */
    enum Find {
        HAS,
        COUNT,
        SUM,
        KEPT
    }

    @Schema(name = "RulePart")
    record Part(
            @Schema(
                    description =
                            "HAS one of these actions, COUNT so many of them, SUM of their quantities, or KEPT promises.",
                    example = "COUNT")
            @Nullable
            Find find,

            @Schema(description = "For HAS, COUNT and SUM.") @Nullable
            List<ActionType> actions,

            @Schema(description = "For KEPT.") @Nullable List<AskFamily> families,

            @Schema(description = "For COUNT, SUM and KEPT.", example = "2") @Nullable
            Long atLeast,

            @Schema(description = "In the last so many days, 1 to 3650.", example = "180") @Nullable
            Integer days,

            @Schema(description = "How well verified each is at least.", example = "SELF") @Nullable
            Verification verified,

            @Schema(description = "For HAS and COUNT: the quantity of each at least.", example = "1") @Nullable
            Long quantity) {

        Evidence evidence() {
            var window = Given.need("days", days);
            var least = verified == null ? Verification.SELF : verified;
            long each = quantity == null ? 1 : quantity;
            return switch (Given.need("find", find)) {
                case HAS -> new Evidence.Has(types(), window, least, each);
                case COUNT -> new Evidence.Count(types(), times(), window, least, each);
                case SUM -> new Evidence.Sum(types(), Given.need("atLeast", atLeast), window, least);
                case KEPT -> new Evidence.Kept(Set.copyOf(Given.list("families", families)), times(), window);
            };
        }

        private Set<ActionType> types() {
            Set<ActionType> types = EnumSet.noneOf(ActionType.class);
            types.addAll(Given.list("actions", actions));
            return types;
        }

        private int times() {
            long times = Given.need("atLeast", atLeast);
            if (times < 1 || times > Integer.MAX_VALUE) throw new Problem.Invalid("rule", "problem.rule-threshold");
            return (int) times;
        }

        static Part of(Evidence evidence) {
            return switch (evidence) {
                case Evidence.Has(var of, var days, var verified, var quantity) ->
                    new Part(Find.HAS, sorted(of), null, null, days, verified, quantity);
                case Evidence.Count(var of, var times, var days, var verified, var quantity) ->
                    new Part(Find.COUNT, sorted(of), null, (long) times, days, verified, quantity);
                case Evidence.Sum(var of, var sum, var days, var verified) ->
                    new Part(Find.SUM, sorted(of), null, sum, days, verified, null);
                case Evidence.Kept(var of, var times, var days) ->
                    new Part(Find.KEPT, null, sorted(of), (long) times, days, null, null);
            };
        }

        private static <E extends Enum<E>> List<E> sorted(Set<E> of) {
            return of.stream().sorted().toList();
        }
    }

    Rule rule() {
        return new Rule(Given.list("anyOf", anyOf).stream()
                .map(way -> new Rule.Way(Given.list("allOf", way.allOf()).stream()
                        .map(Part::evidence)
                        .toList()))
                .toList());
    }

    static RuleBody of(Rule rule) {
        return new RuleBody(rule.anyOf().stream()
                .map(way -> new Way(way.allOf().stream().map(Part::of).toList()))
                .toList());
    }
}
