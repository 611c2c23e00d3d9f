package sulan;

import java.util.Locale;

/**
 * Names of a million keywords in English and Chinese, composed of words of the field: rank 0 is the most frequent one.
 * The first ones are plain terms, later ones have two, three and four parts, as the rare keywords of the real archive
 * do.
 */
final class KeywordNames {

    private static final String[][] THINGS = { { "Large Language Model", "大型语言模型" }, { "Reinforcement Learning", "强化学习" },
            { "Diffusion Model", "扩散模型" }, { "Multimodal Model", "多模态模型" }, { "Fine-Tuning", "微调" }, { "Reasoning", "推理" },
            { "Benchmark", "基准测试" }, { "Transformer", "变换器" }, { "Attention", "注意力" }, { "Alignment", "对齐" },
            { "Agent", "智能体" }, { "Retrieval", "检索" }, { "Distillation", "蒸馏" }, { "Generation", "生成" },
            { "Pretraining", "预训练" }, { "Segmentation", "分割" }, { "Embedding", "嵌入" }, { "Planning", "规划" },
            { "Compression", "压缩" }, { "Tokenization", "分词" }, { "Scaling", "规模扩展" }, { "Evaluation", "评估" },
            { "Optimization", "优化" }, { "Quantization", "量化" }, { "Synthesis", "合成" }, { "Rendering", "渲染" },
            { "Reconstruction", "重建" }, { "Translation", "翻译" }, { "Recognition", "识别" }, { "Classification", "分类" },
            { "Detection", "检测" }, { "Tracking", "跟踪" }, { "Editing", "编辑" }, { "Captioning", "描述" },
            { "Question Answering", "问答" }, { "Summarization", "摘要" }, { "Decoding", "解码" }, { "Sampling", "采样" },
            { "Pruning", "剪枝" }, { "Caching", "缓存" }, { "Routing", "路由" }, { "Mixture of Experts", "专家混合" },
            { "Preference Learning", "偏好学习" }, { "Reward Modeling", "奖励建模" }, { "Imitation Learning", "模仿学习" },
            { "Transfer Learning", "迁移学习" }, { "Representation", "表示" }, { "Calibration", "校准" }, { "Hallucination", "幻觉" },
            { "Memory", "记忆" }, { "Tool Use", "工具使用" }, { "Navigation", "导航" }, { "Manipulation", "操作" },
            { "Animation", "动画" }, { "Super-Resolution", "超分辨率" }, { "Depth Estimation", "深度估计" },
            { "Pose Estimation", "姿态估计" }, { "Inpainting", "补全" }, { "Forecasting", "预测" }, { "Verification", "验证" },
            { "Interpretability", "可解释性" }, { "Unlearning", "遗忘" }, { "Watermarking", "水印" }, { "Anonymization", "匿名化" } };
    private static final String[][] WAYS = { { "Sparse", "稀疏" }, { "Efficient", "高效" }, { "Multimodal", "多模态" },
            { "Causal", "因果" }, { "Robust", "鲁棒" }, { "Federated", "联邦" }, { "Hierarchical", "分层" }, { "Neural", "神经" },
            { "Generative", "生成式" }, { "Contrastive", "对比" }, { "Bayesian", "贝叶斯" }, { "Online", "在线" },
            { "Zero-Shot", "零样本" }, { "Few-Shot", "少样本" }, { "Distributed", "分布式" }, { "Latent", "隐式" },
            { "Adaptive", "自适应" }, { "Temporal", "时序" }, { "Spatial", "空间" }, { "Recurrent", "循环" }, { "Long-Context", "长上下文" },
            { "Self-Supervised", "自监督" }, { "Weakly Supervised", "弱监督" }, { "Unsupervised", "无监督" }, { "Dynamic", "动态" },
            { "Modular", "模块化" }, { "Streaming", "流式" }, { "Interactive", "交互式" }, { "Compositional", "组合式" },
            { "Autoregressive", "自回归" }, { "Continuous", "连续" }, { "Discrete", "离散" }, { "Low-Rank", "低秩" },
            { "Equivariant", "等变" }, { "Stochastic", "随机" }, { "Private", "隐私保护" }, { "Open-Vocabulary", "开放词汇" },
            { "Cross-Lingual", "跨语言" }, { "Domain-Specific", "领域特定" }, { "Training-Free", "免训练" }, { "Embodied", "具身" },
            { "Parallel", "并行" }, { "Iterative", "迭代" }, { "Gated", "门控" }, { "Local", "局部" }, { "Global", "全局" },
            { "Physics-Aware", "物理感知" }, { "Human-Centred", "以人为本" } };
    private static final String[][] FIELDS = { { "Image", "图像" }, { "Video", "视频" }, { "Speech", "语音" }, { "Graph", "图结构" },
            { "Code", "代码" }, { "Document", "文档" }, { "Audio", "音频" }, { "Music", "音乐" }, { "Medical", "医学" },
            { "Scene", "场景" }, { "Motion", "运动" }, { "Point Cloud", "点云" }, { "Table", "表格" }, { "Web", "网页" },
            { "Dialogue", "对话" }, { "Mathematical", "数学" }, { "Scientific", "科学" }, { "Protein", "蛋白质" }, { "Molecule", "分子" },
            { "Weather", "气象" }, { "Traffic", "交通" }, { "Robot", "机器人" }, { "Game", "游戏" }, { "Face", "人脸" },
            { "Hand", "手部" }, { "Texture", "纹理" }, { "Mesh", "网格" }, { "Light Field", "光场" }, { "Layout", "版面" },
            { "Chart", "图表" }, { "Knowledge", "知识" }, { "Legal", "法律" }, { "Financial", "金融" }, { "Education", "教育" },
            { "Satellite", "卫星" }, { "Sensor", "传感器" }, { "Gesture", "手势" }, { "Handwriting", "手写" }, { "Recipe", "食谱" },
            { "Circuit", "电路" } };
    private static final String[][] FORMS = { { "Framework", "框架" }, { "Pipeline", "流程" }, { "Dataset", "数据集" },
            { "Toolkit", "工具包" }, { "Objective", "目标" }, { "Loss", "损失" }, { "Policy", "策略" }, { "Encoder", "编码器" },
            { "Decoder", "解码器" }, { "Module", "模块" }, { "Estimator", "估计器" }, { "Scheduler", "调度器" }, { "Protocol", "协议" },
            { "Simulator", "模拟器" }, { "Controller", "控制器" }, { "Router", "路由器" }, { "Adapter", "适配器" },
            { "Curriculum", "课程" }, { "Verifier", "验证器" }, { "Survey", "综述" }, { "Theory", "理论" }, { "Baseline", "基线" },
            { "Network", "网络" }, { "Prior", "先验" } };

    private static final int ONE = THINGS.length;
    private static final int TWO = ONE * WAYS.length;
    private static final int THREE = TWO * FIELDS.length;
    /** Odd and no multiple of a length above, so that neighbouring ranks have different words and none comes twice. */
    private static final long STEP = 1_000_003;

    private KeywordNames() {
    }

    /** A name in title case, and in Chinese. */
    record Name(String en, String zh) {

        /** As Hugging Face writes keywords. */
        String lower() {
            return en.toLowerCase(Locale.ROOT);
        }
    }

    /** The name with this rank, 0 to 999,999. */
    static Name of(int rank) {
        if (rank < ONE) {
            return new Name(THINGS[rank][0], THINGS[rank][1]);
        }
        int in = rank - ONE;
        if (in < TWO) {
            return name(in * STEP % TWO, 2);
        }
        in -= TWO;
        return in < THREE ? name(in * STEP % THREE, 3) : name((in - THREE) * STEP % ((long) THREE * FORMS.length), 4);
    }

    private static Name name(long number, int parts) {
        String[] thing = THINGS[(int) (number % ONE)];
        String[] way = WAYS[(int) (number / ONE % WAYS.length)];
        String en = way[0] + " ";
        String zh = way[1];
        if (parts > 2) {
            String[] field = FIELDS[(int) (number / TWO % FIELDS.length)];
            en += field[0] + " ";
            zh += field[1];
        }
        String[] form = parts > 3 ? FORMS[(int) (number / THREE)] : null;
        return new Name(en + thing[0] + (form == null ? "" : " " + form[0]), zh + thing[1] + (form == null ? "" : form[1]));
    }
}
