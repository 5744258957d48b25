//! What each step of a feature is worth, in hundredths of the natural logarithm of the odds that a unit is of the body.
//! Written by `training/points.py`; `training/README.md` says from which pages.

/// What a unit has before anything is known of it.
pub(super) const INTERCEPT: i16 = -116;

/// The points of all features, in their order, step by step.
#[rustfmt::skip]
pub(super) static POINTS: [&[i16]; 84] = [
    &[44, 5, 22, 27, 10, 50, -25, 0, 10, -37, -27, -14, -7, -65], // Words
    &[-5, -28, -73, -31, -16, 13, 25, -45, -77, -30], // Links
    &[-41, 42, 44, -102, -46, -17], // Ending
    &[-29, 66, 114, 87, 25, 50, 66, 39, 31, 101, 124, 61], // Shape
    &[-67, 41, -32, -20, -27, -3, -68, -23, 27, 7, 2, -50], // Element
    &[-4, 28, 11, 29], // Repeated
    &[9, -74, -183, -123, -16, -92, -58, -39], // Phrase
    &[2, -3, -9, -23], // Digits
    &[4, -20, 17, 36], // Capitals
    &[8, -10, -12, -14], // Sentences
    &[-83, 16, -1, 4, -17, -5], // Before
    &[-76, 12, 6, -5, -15, 15], // After
    &[-3, 5], // ProseBefore
    &[6, -9], // ProseAfter
    &[0, 4, 9, 8, -16, -21, 17], // Position
    &[39, 49, 35, 24, -9, -44, -63, -75], // PositionInProse
    &[59, -90, -37, 19, 52, 56, 20, -13], // FromTitle
    &[68, -46, -94, -60, -237, -117, -181, -28, -42], // Landmark
    &[0, 0, -17], // InArticle
    &[-9, 14, 33], // InMain
    &[2, -50, -76], // InForm
    &[-1, 120, 130], // InQuote
    &[-1, 66, 28], // InTable
    &[2, -55, 27], // InList
    &[0, -26, -43], // InFigure
    &[-1, -51, 34], // InButton
    &[1, 20, -114], // InDefinition
    &[0, -13, -17], // InAddress
    &[7, -63, -3], // InHeader
    &[0, -3, 81], // InAside
    &[-1, 22, 2, -9], // NavigationNames
    &[22, -161, -81, -160], // FooterNames
    &[5, -12, -54, -46], // HeaderNames
    &[2, -7, 8, -38], // SidebarNames
    &[6, -147, -76, -176], // RelatedNames
    &[0, 77, 69, -62], // FeaturedNames
    &[5, 16, -105, -299], // CommentsNames
    &[3, -15, -139, -156], // ReviewsNames
    &[1, 19, -51, -176], // ShareNames
    &[0, 11, -8, -29], // AdvertisementNames
    &[1, -43, -100, -116], // SignupNames
    &[0, -26, -72, -28], // WallNames
    &[2, -20, -7, -72], // MetadataNames
    &[0, 9, -82, -92], // BylineNames
    &[0, -79, -54, -75], // BiographyNames
    &[-1, -2, 27, 48], // TagsNames
    &[1, -90, 74, -82], // CaptionNames
    &[-1, 39, 5, 11], // DekNames
    &[-4, 72, 33, 43], // KickerNames
    &[3, -258, -142, -164], // ConsentNames
    &[6, -8, -50, -57], // OverlayNames
    &[-3, 9, 42, 15], // FormNames
    &[1, -27, -36, -68], // ShopNames
    &[0, 4, 15, -2], // ContactNames
    &[2, -53, 35, -51], // CarouselNames
    &[3, -17, 13, 2], // CardNames
    &[11, -26, -20, 20], // ContentNames
    &[-6, -14, 9, 23], // ArticleNames
    &[-2, 48, 17, -32], // ForumNames
    &[-4, 19, 53, -8], // ProductNames
    &[-25, 4, -10, 26], // SectionNames
    &[0, 6, 25, -3], // TitleNames
    &[2, 14, -2, 25, -30], // Links1
    &[-7, -7, -4, -31, 13], // Prose1
    &[-14, 10, -18, -52, 3], // Share1
    &[-8, -1, -34, -19, 19], // Score1
    &[19, -12, -10, 15, 24], // Links2
    &[13, -9, -19, 14, 7], // Prose2
    &[10, 16, 15, -9, -41], // Share2
    &[27, -22, 24, 27, 17], // Score2
    &[14, 0, 6, 2, -4], // Links3
    &[9, 10, -3, -24, 0], // Prose3
    &[17, -33, -38, 25, 60], // Share3
    &[16, -12, 5, 11, 11], // Score3
    &[-36, 14, 22, -42, 16, 4, 22, -12], // Up
    &[22, -103, -11, -59, 1, -7], // Down
    &[-42, 16, 15, 8, -35], // BranchLinks
    &[-46, 9, -14, -3, -4], // BranchProse
    &[-36, -23, -3, 25, 8, 20], // BranchShare
    &[-28, -27, -14, 4, 24, 11], // Depth
    &[-58, -32, 2, -11, 110], // PathWords
    &[-3, 0, -27, -13, -26, 26], // PathProse
    &[37, 132, 50, 0, -3, -34], // PageWords
    &[27, -32, -24, 7, 29, -14], // PageProse
];
