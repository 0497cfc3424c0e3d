package org.rung.ladder;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;

/** When a rung is reached: at least one of the ways, each of which asks for all of its evidence. */
public record Rule(List<Way> anyOf) {
    public Rule {
        if (anyOf.isEmpty() || anyOf.size() > 20) {
            throw new Problem.Invalid("rule", "problem.rule-ways");
        }
        anyOf = List.copyOf(anyOf);
    }

    /** Days that the rung stays after the rule stopped holding: its longest window. */
    public int days() {
        return anyOf.stream()
                .flatMap(way -> way.allOf().stream())
                .mapToInt(Evidence::days)
                .max()
                .orElseThrow();
    }

    public static Rule anyOf(Evidence... ways) {
        return new Rule(List.of(ways).stream().map(one -> new Way(List.of(one))).toList());
    }

    /** All of this has to be there. */
    public record Way(List<Evidence> allOf) {
        public Way {
            if (allOf.isEmpty() || allOf.size() > 20) {
                throw new Problem.Invalid("rule", "problem.rule-evidence");
            }
            allOf = List.copyOf(allOf);
        }
    }

    /** Something to be found in the last so many days. */
    public sealed interface Evidence {
        int days();

        /** So many actions of these types, each at least that well verified and with at least that quantity. */
        record Count(Set<ActionType> of, int atLeast, int days, Verification verified, long quantity)
                implements Evidence {
            public Count {
                of = types(of);
                threshold(atLeast);
                window(days);
                threshold(quantity);
            }
        }

        /** Quantities of these types that add up to so much. */
        record Sum(Set<ActionType> of, long atLeast, int days, Verification verified) implements Evidence {
            public Sum {
                of = types(of);
                threshold(atLeast);
                window(days);
            }
        }

        /** One action of these types is enough. */
        record Has(Set<ActionType> of, int days, Verification verified, long quantity) implements Evidence {
            public Has {
                of = types(of);
                window(days);
                threshold(quantity);
            }
        }

        /** So many kept commitments of these families. */
        record Kept(Set<AskFamily> of, int atLeast, int days) implements Evidence {
            public Kept {
                if (of.isEmpty()) {
                    throw new Problem.Invalid("rule", "problem.rule-families");
                }
                of = Set.copyOf(EnumSet.copyOf(of));
                threshold(atLeast);
                window(days);
            }
        }
    }

    private static Set<ActionType> types(Set<ActionType> of) {
        if (of.isEmpty()) {
            throw new Problem.Invalid("rule", "problem.rule-types");
        }
        return Set.copyOf(EnumSet.copyOf(of));
    }

    private static void window(int days) {
        if (days < 1 || days > 3650) {
            throw new Problem.Invalid("rule", "problem.rule-window");
        }
    }

    private static void threshold(long atLeast) {
        if (atLeast < 1 || atLeast > 1_000_000_000L) {
            throw new Problem.Invalid("rule", "problem.rule-threshold");
        }
    }
}
