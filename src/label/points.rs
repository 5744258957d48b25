//! What each step of a feature is worth, in hundredths of the natural logarithm of the odds that a unit is of the body.
//! Written by `training/points.py`; `training/README.md` says from which pages.

/// What a unit has before anything is known of it.
pub(super) const INTERCEPT: i16 = -114;

/// The points of all features, in their order, step by step.
#[rustfmt::skip]
pub(super) static POINTS: [&[i16]; 75] = [
    &[47, 9, 23, 26, 3, 43, -35, -3, 9, -38, -29, -18, -8, -65], // Words
    &[-6, -27, -81, -32, -18, 15, 25, -41, -79, -33], // Links
    &[-44, 45, 46, -97, -43, -18], // Ending
    &[-25, 59, 111, 77, 13, 43, 62, 30, 26, 92, 124, 56], // Shape
    &[-64, 41, -33, -21, -17, -2, -66, -24, 25, 14, -1, -44], // Element
    &[-4, 31, 7, 29], // Repeated
    &[9, -75, -187, -126, -12, -93, -58, -41, -86], // Phrase
    &[2, -2, -8, -18], // Digits
    &[5, -21, 18, 38], // Capitals
    &[9, -10, -13, -16], // Sentences
    &[-81, 18, 0, 2, -16, -5], // Before
    &[-74, 12, 5, -6, -14, 15], // After
    &[-3, 5], // ProseBefore
    &[5, -9], // ProseAfter
    &[2, 8, 12, 8, -18, -23, 11], // Position
    &[36, 44, 36, 26, -8, -42, -60, -80], // PositionInProse
    &[52, -92, -33, 21, 51, 57, 20, -11], // FromTitle
    &[72, -40, -103, -66, -159, -125, -391, -19, -50], // Landmark
    &[0, 0, -19], // InArticle
    &[-10, 15, 34], // InMain
    &[2, -45, -77], // InForm
    &[-1, 114, 112], // InQuote
    &[-1, 66, 28], // InTable
    &[-1, -46, 32], // InList
    &[0, -20, -39], // InFigure
    &[-1, -40, 30], // InButton
    &[1, 16, -120], // InDefinition
    &[0, -19, -23], // InAddress
    &[7, -61, 0], // InHeader
    &[0, 5, 86], // InAside
    &[0, 21, 0, -16], // NavigationNames
    &[20, -123, -92, -174], // FooterNames
    &[4, -9, -53, -46], // HeaderNames
    &[1, -9, 14, -22], // SidebarNames
    &[5, -63, -4, -126], // RelatedNames
    &[6, 5, -128, -314], // CommentNames
    &[1, 14, -39, -170], // ShareNames
    &[0, 4, 7, -33], // AdvertisementNames
    &[1, -32, -108, -68], // SignupNames
    &[2, -5, -9, -73], // MetadataNames
    &[1, -80, 94, -71], // CaptionNames
    &[6, -5, -49, -59], // OverlayNames
    &[-3, 14, 41, 15], // FormNames
    &[4, -17, -84, -115], // ShopNames
    &[0, 5, 4, -2], // ContactNames
    &[3, -61, 11, -61], // CarouselNames
    &[1, -9, 11, 0], // CardNames
    &[13, -24, -21, 19], // ContentNames
    &[-9, -17, 11, 33], // ArticleNames
    &[-4, 57, 33, -34], // ForumNames
    &[-5, 21, 54, -1], // ProductNames
    &[-28, 4, -9, 28], // SectionNames
    &[0, 7, 15, -4], // TitleNames
    &[3, 13, 0, 27, -30], // Links1
    &[-7, -8, -4, -30, 14], // Prose1
    &[-15, 13, -16, -51, -8], // Share1
    &[-8, -1, -33, -18, 19], // Score1
    &[20, -12, -10, 17, 25], // Links2
    &[14, -12, -16, 14, 9], // Prose2
    &[12, 14, 12, -6, -36], // Share2
    &[26, -21, 23, 23, 17], // Score2
    &[15, 0, 4, 4, -4], // Links3
    &[10, 12, 0, -23, -3], // Prose3
    &[18, -35, -38, 30, 63], // Share3
    &[18, -13, 7, 12, 12], // Score3
    &[-38, 15, 12, -45, 17, 1, 23, -10], // Up
    &[21, -105, -9, -52, -1, -5], // Down
    &[-43, 15, 11, 8, -32], // BranchLinks
    &[-46, 9, -14, -4, -5], // BranchProse
    &[-36, -21, -5, 23, 9, 21], // BranchShare
    &[-24, -28, -15, 6, 25, 7], // Depth
    &[-59, -34, 2, -12, 115], // PathWords
    &[1, -2, -27, -16, -31, 23], // PathProse
    &[37, 127, 46, -1, -3, -29], // PageWords
    &[33, -28, -23, 5, 25, -13], // PageProse
];
