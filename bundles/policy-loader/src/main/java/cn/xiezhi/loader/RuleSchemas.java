package cn.xiezhi.loader;

import cn.xiezhi.procedure.Procedures;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON Schemas of the rule files, so that an editor completes and checks them while they are written. They tell the shape of a file; whether it is
 * right in itself only its reading tells.
 */
public final class RuleSchemas {
    private RuleSchemas() {}

    /** The schema of {@code policy.yaml}, where these procedures are known. */
    public static String policy(Procedures known) {
        return PolicySchema.schema(known).toString();
    }

    /** All of them: file name ({@code policy.json}, …) → text. */
    public static Map<String, String> byFile(Procedures known) {
        Map<String, String> schemas = new LinkedHashMap<>();
        schemas.put("policy.json", policy(known));
        schemas.put("examples.json", CompanionSchemas.examples(known).toString());
        schemas.put("organs.json", CompanionSchemas.organs().toString());
        schemas.put("items.json", CompanionSchemas.items().toString());
        schemas.put("calendar.json", CompanionSchemas.calendar().toString());
        return schemas;
    }
}
