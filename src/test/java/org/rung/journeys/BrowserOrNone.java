package org.rung.journeys;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Without a browser a journey is left out and says so; where CI is set it is a failure, as everything that is missing. */
final class BrowserOrNone implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return whether(Visitors.found(), Optional.ofNullable(System.getenv("CI")));
    }

    static ConditionEvaluationResult whether(Optional<Path> browser, Optional<String> ci) {
        if (browser.isPresent()) return ConditionEvaluationResult.enabled("There is a browser");
        if (ci.filter(value -> !value.isBlank()).isPresent())
            return ConditionEvaluationResult.enabled("It will fail, since nothing may be left out here");
        System.out.println("A journey is left out. " + Visitors.MISSING);
        return ConditionEvaluationResult.disabled(Visitors.MISSING);
    }
}
