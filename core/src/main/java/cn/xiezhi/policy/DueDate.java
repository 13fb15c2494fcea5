package cn.xiezhi.policy;

import cn.xiezhi.time.Deadline;
import cn.xiezhi.time.Limit;

/** A duty's deadline with the limit it comes from and the place that limit stands at. */
public record DueDate(Duty duty, Variant variant, Limit limit, Deadline deadline, String citation) {}
