package cn.xiezhi.policy;

import java.util.Arrays;
import java.util.Optional;

/** The names of what can be owed. A policy sets limits for those of them that its documents have. */
public enum Duty {
    TRANSFER_SEND("transfer.send", "移送", "发现属对方管辖"),
    TRANSFER_ACKNOWLEDGE("transfer.acknowledge", "反馈受理情况", "收到移送材料"),
    TRANSFER_RESULT("transfer.result", "通报处理结果", "作出处理决定"),
    ASSIST_REPLY("assist.reply", "答复协助请求", "收到书面函告"),
    CONSULT_REPLY("consult.reply", "出具书面意见", "收到书面征询"),
    SHARE_PUBLISH("share.publish", "共享信息", "信息形成"),
    SHARE_APPROVAL("share.approval", "抄送审批事项", "作出审批"),
    SHARE_PENALTY("share.penalty", "抄送处罚决定", "作出处罚决定"),
    SHARE_SUPERIOR_DOCUMENT("share.superior-document", "告知上级文件", "收到上级文件"),
    ENFORCE_NOTIFY_AUTHORITY("enforce.notify-authority", "函告主管部门", "作出决定"),
    MEETING_CONVENE("meeting.convene", "召开联席会议", "会议周期"),
    MEETING_AGENDA_CALL("meeting.agenda-call", "征集议题", "会议日（倒计）"),
    HAZARD_NOTIFY("hazard.notify", "通报重大隐患", "发现重大隐患"),
    HAZARD_DISPATCH("hazard.dispatch", "派员处置隐患", "接到通报"),
    CRIMINAL_REVIEW("criminal.review", "法制机构审查", "收到提请移送书面报告"),
    CRIMINAL_DELIVER("criminal.deliver", "向公安机关移送", "决定移送"),
    CRIMINAL_RECONSIDER("criminal.reconsider", "申请复议", "收到不予立案通知"),
    CRIMINAL_RECONSIDER_DECISION("criminal.reconsider-decision", "作出复议决定", "收到复议申请"),
    CRIMINAL_SUPERVISE("criminal.supervise", "建议立案监督", "收到复议决定"),
    SUPERVISION_RECTIFY("supervision.rectify", "整改并报告", "收到监督通知或纠正意见"),
    // complaint
    COMPLAINT_ACCEPT("complaint.accept", "受理投诉举报", "收到投诉举报"),
    COMPLAINT_FILE("complaint.file", "立案调查处理", "核实需要给予行政处罚"),
    COMPLAINT_REPLY("complaint.reply", "答复投诉举报人", "核实未发现违法或作出处理"),
    COMPLAINT_TELL_HANDOVER("complaint.tell-handover", "告知投诉举报人移交情况", "移交有管辖权的单位"),
    COMPLAINT_FEEDBACK("complaint.feedback", "向移交单位反馈结果", "作出处理"),
    // assistance, consultation, records, sharing
    RECORDS_PROVIDE("records.provide", "提供所需材料", "收到书面请求"),
    // meeting, hazard, operation
    MEETING_MINUTES("meeting.minutes", "印发会议纪要", "会议召开"),
    MEETING_RESOLUTION("meeting.resolution", "落实议定事项", "纪要印发"),
    HAZARD_REPORT("hazard.report", "向政府报告拒不处理的隐患", "对方不说明理由又拒不处理"),
    OPERATION_POLICE("operation.police", "提前通知公安机关", "确定开展重大或专项执法活动"),
    OPERATION_OFFICERS("operation.officers", "落实人员保障执法", "接到执法活动的通知"),
    // supervision, referral, correction
    SUPERVISION_PERFORM("supervision.perform", "履行监督决定", "收到监督决定书"),
    SUPERVISION_REVIEW("supervision.review", "评查行政执法案卷", "评查年度"),
    CRIMINAL_FILING("criminal.filing", "审查并决定是否立案", "收到移送材料"),
    CORRECTION_ISSUE("correction.issue", "提出纠正意见", "发现执法错误"),
    // enforcement, entrustment, training, dispatched, approval, accounts
    ACCOUNTS_KEEP("accounts.keep", "办理账号申请", "收到乡镇街道上报"),
    ENFORCE_PUBLISH("enforce.publish", "公示执法决定", "决定送达"),
    ENFORCE_EXECUTE("enforce.execute", "强制执行或申请法院执行", "履行期限届满"),
    POLICE_RESPOND("police.respond", "落实警力", "收到警力请求"),
    TRAINING_GUIDE("training.guide", "安排业务指导", "收到指导需求"),
    ;

    private final String id;
    private final String text;
    private final String trigger;

    Duty(String id, String text, String trigger) {
        this.id = id;
        this.text = text;
        this.trigger = trigger;
    }

    /** The key in policy files, in the API and in the ledger. */
    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    /** What sets the duty off, in words. */
    public String trigger() {
        return trigger;
    }

    public static Optional<Duty> of(String id) {
        return Arrays.stream(values()).filter(d -> d.id.equals(id)).findFirst();
    }
}
