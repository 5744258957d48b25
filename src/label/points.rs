//! What each step of a feature is worth, in hundredths of the natural logarithm of the odds that a unit is of the body.
//! Written by `training/points.py`; `training/README.md` says from which pages.

/// What a unit has before anything is known of it.
pub(super) const INTERCEPT: i16 = -117;

/// The points of all features of a unit, in their order, step by step.
#[rustfmt::skip]
pub(super) static POINTS: [&[i16]; 84] = [
    &[36, -4, 13, 16, -1, 27, -19, -4, 2, -36, -29, -9, 6, -55], // Words
    &[-3, -26, -64, -29, -11, 10, 24, -44, -64, -29], // Links
    &[-41, 43, 39, -78, -40, -15], // Ending
    &[-26, 44, 99, 79, 21, 47, 56, 39, 28, 98, 103, 53], // Shape
    &[-55, 36, -37, -11, -24, -9, -73, -25, 10, 5, -2, -42], // Element
    &[-4, 29, 7, 22], // Repeated
    &[9, -77, -177, -124, -18, -97, -54, -56], // Phrase
    &[2, -2, -9, -22], // Digits
    &[4, -19, 21, 35], // Capitals
    &[10, -13, -15, -16], // Sentences
    &[-51, 16, 0, 4, -20, -9], // Before
    &[-60, 12, 7, -6, -15, 12], // After
    &[-4, 7], // ProseBefore
    &[6, -9], // ProseAfter
    &[3, 5, 11, 8, -17, -24, 13], // Position
    &[34, 45, 31, 26, -6, -41, -61, -74], // PositionInProse
    &[61, -89, -30, 4, 45, 55, 20, -13], // FromTitle
    &[64, -44, -85, -64, -226, -105, -170, -35, -43], // Landmark
    &[0, 0, -16], // InArticle
    &[-10, 15, 25], // InMain
    &[2, -53, -72], // InForm
    &[-1, 121, 132], // InQuote
    &[-1, 66, 31], // InTable
    &[5, -55, 15], // InList
    &[0, -18, -39], // InFigure
    &[-1, -48, 20], // InButton
    &[1, 13, -107], // InDefinition
    &[0, -10, -14], // InAddress
    &[8, -64, -10], // InHeader
    &[0, -3, 51], // InAside
    &[-2, 23, 4, -5], // NavigationNames
    &[20, -161, -79, -153], // FooterNames
    &[4, -12, -41, -42], // HeaderNames
    &[2, -9, 9, -44], // SidebarNames
    &[7, -143, -74, -168], // RelatedNames
    &[0, 70, 58, -51], // FeaturedNames
    &[5, 2, -104, -277], // CommentsNames
    &[2, -25, -133, -149], // ReviewsNames
    &[2, -3, -39, -173], // ShareNames
    &[0, 9, -3, -27], // AdvertisementNames
    &[1, -47, -82, -110], // SignupNames
    &[0, -25, -52, -20], // WallNames
    &[2, -18, -11, -64], // MetadataNames
    &[0, 5, -74, -87], // BylineNames
    &[0, -54, -40, -60], // BiographyNames
    &[-1, 1, 19, 51], // TagsNames
    &[1, -64, 36, -73], // CaptionNames
    &[-1, 34, 0, 1], // DekNames
    &[-4, 78, 34, 34], // KickerNames
    &[2, -208, -114, -130], // ConsentNames
    &[7, -11, -53, -64], // OverlayNames
    &[-2, 5, 46, 18], // FormNames
    &[1, -19, -34, -62], // ShopNames
    &[0, 8, 15, 6], // ContactNames
    &[2, -49, 33, -43], // CarouselNames
    &[2, -19, 16, 3], // CardNames
    &[10, -25, -23, 20], // ContentNames
    &[-4, -24, -2, 24], // ArticleNames
    &[-3, 58, 26, -37], // ForumNames
    &[-3, 19, 51, -6], // ProductNames
    &[-27, 5, -8, 25], // SectionNames
    &[0, 5, 19, -6], // TitleNames
    &[3, 14, -2, 27, -28], // Links1
    &[-8, -8, -7, -29, 14], // Prose1
    &[-17, 13, -20, -54, -5], // Share1
    &[-9, -3, -38, -18, 25], // Score1
    &[13, -12, -7, 14, 20], // Links2
    &[6, -8, -19, 13, 6], // Prose2
    &[6, 12, 11, -5, -29], // Share2
    &[22, -17, 30, 29, 11], // Score2
    &[8, 5, 2, -1, -8], // Links3
    &[5, 13, 0, -24, -3], // Prose3
    &[10, -32, -36, 16, 58], // Share3
    &[12, -11, 5, 9, 10], // Score3
    &[-30, 13, 21, -34, 16, 6, 19, -14], // Up
    &[23, -106, -16, -61, -2, -5], // Down
    &[-35, 17, 17, 13, -35], // BranchLinks
    &[-39, 10, -10, 0, -7], // BranchProse
    &[-30, -25, -4, 27, 16, 18], // BranchShare
    &[-19, -27, -16, 3, 30, 20], // Depth
    &[-57, -33, 3, -9, 108], // PathWords
    &[-6, -6, -33, -21, -29, 34], // PathProse
    &[35, 133, 49, 0, -3, -32], // PageWords
    &[27, -32, -24, 7, 28, -15], // PageProse
];

/// The points of a page for each type: what it has before anything is known of it, and those of all its features.
#[rustfmt::skip]
pub(super) static PAGE_TYPE_POINTS: [(i16, [&[i16]; 72]); 6] = [
    // article
    (83, [
        &[8, 26, -7, 4, -3, -19, -36], // ForumUnits
        &[16, 13, -7, 5, 9, -32], // ForumWords
        &[4, -21, -10, -21, -17, -9, -19], // ShopUnits
        &[4, -16, -9, -25, -18, -15], // ShopWords
        &[25, -19, 6, -2, -24, -18, -16], // ProductUnits
        &[-13, 25, 20, -26, -37, -26], // ProductWords
        &[-4, -3, -7, 13, 5, 19, -9], // CardUnits
        &[-1, 20, 14, 6, -6, -20], // CardWords
        &[-4, 5, -30, 15, -19, 14, 8], // ArticleUnits
        &[-56, -33, -13, -9, 9, 41], // ArticleWords
        &[5, -24, -38, -34, -38, -46, -22], // ReviewsUnits
        &[6, -33, -44, -43, -33, -22], // ReviewsWords
        &[1, -11, 4, -12, -12, -1, -1], // CommentsUnits
        &[7, -25, -26, -36, -53, -74], // CommentsWords
        &[15, 8, -13, -18, -59, -6, -9], // MetadataUnits
        &[-11, 8, 8, 19, 9, 0], // MetadataWords
        &[-15, 63, 29, 19, 1, -5, -6], // BylineUnits
        &[-17, 44, -8, -1, -9, -5], // BylineWords
        &[-17, -13, 21, 7, 4, 9, -5], // ContentUnits
        &[-51, -30, -26, -28, -46, 3], // ContentWords
        &[3, -9, -9, 0, -8, -9, -6], // RelatedUnits
        &[-22, 45, 8, 0, 3, 3], // RelatedWords
        &[2, -17, -16, 4, -12, 14, -6], // CarouselUnits
        &[1, 8, -25, -47, -21, 6], // CarouselWords
        &[13, 14, 17, 23, -4, -46, -34], // FormUnits
        &[4, 11, -50, 3, -40, -24], // FormWords
        &[8, -38, -12, 3, -4, -18, 24], // NavigationUnits
        &[19, -13, 9, 32, 19, -10], // NavigationWords
        &[-10, 44, 15, 15, 11, 15, 13], // SignupUnits
        &[-4, 11, 12, 7, 8, 10], // SignupWords
        &[6, -20, -22, -31, -19, -32, -17], // ContactUnits
        &[-9, 29, 11, 22, 26, 37], // ContactWords
        &[19, 19, -19, 0, 3, -9, -28], // TitleUnits
        &[3, 7, -39, -19, -12, -23], // TitleWords
        &[-4, 23, 17, -3, -15, 3, 6], // TagsUnits
        &[-3, 13, -20, 2, 6, -4], // TagsWords
        &[-4, 2, -8, 4, 3, 3, -10], // ProseCount
        &[-49, -28, -14, 8, 16, 26, -12], // LongProseCount
        &[-60, 6, -41, -42, -38, -31, -35], // Headings1Count
        &[-52, -14, -1, 25, 1, -7, -13], // Headings2Count
        &[2, -17, -5, -9, 26, -9, -20], // Headings3Count
        &[7, 2, -12, -11, -30, -23, -1], // Headings4Count
        &[1, -26, -18, -9, -13, -13, 12], // CellsCount
        &[-72, 75, 53, 44, -9, 6, 10], // MetadataCount
        &[13, -46, -41, -11, -23, -6, -21], // PricesCount
        &[-34, -48, -41, -67, -39, 41], // ProseShare
        &[9, -112, -105, -73, -69, -74], // CodeShare
        &[-22, 2, 1, 15, 33, 24], // ArticleShare
        &[-3, -19, 11, -2, 0, 0], // Words
        &[-8, 75], // DeclaredArticle
        &[-14, 103], // DeclaredNewsArticle
        &[-4, 80], // DeclaredBlogPosting
        &[2, -25], // DeclaredProduct
        &[2, -47], // DeclaredOffer
        &[1, -16], // DeclaredRating
        &[1, -17], // DeclaredList
        &[0, -24], // DeclaredCollection
        &[1, -28], // DeclaredQuestions
        &[0, -50], // DeclaredQuestion
        &[2, -89], // DeclaredDiscussion
        &[0, -12], // DeclaredTechnical
        &[0, -28], // DeclaredService
        &[0, 7], // DeclaredBusiness
        &[13, -27], // DeclaredOrganization
        &[-19, 49], // DeclaredPerson
        &[-4, 11], // DeclaredPage
        &[5, -13], // DeclaredPath
        &[0, -1], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[-62, 68], // DeclaredGraphArticle
        &[8, -24], // DeclaredGraphPage
        &[2, -52], // DeclaredGraphProduct
    ]),
    // forum
    (-430, [
        &[-35, 2, 14, 12, 11, 45, 71], // ForumUnits
        &[-51, -23, 2, 35, 39, 80], // ForumWords
        &[7, -28, -24, -28, -28, -27, -26], // ShopUnits
        &[7, -35, -26, -21, -21, -20], // ShopWords
        &[-4, -11, -7, -9, 28, 14, -6], // ProductUnits
        &[-10, 8, -17, -14, 5, 24], // ProductWords
        &[19, 3, -10, -16, -14, -14, 8], // CardUnits
        &[26, -14, -12, -12, -22, 21], // CardWords
        &[5, 0, 7, -5, 0, -10, 2], // ArticleUnits
        &[-23, -14, 5, 23, 22, 11], // ArticleWords
        &[2, -14, -14, -14, -14, -18, -14], // ReviewsUnits
        &[4, -23, -20, -20, -18, -18], // ReviewsWords
        &[-4, 18, 20, 25, 31, 31, 26], // CommentsUnits
        &[-12, 54, 57, 71, 88, 101], // CommentsWords
        &[-1, -27, 4, 23, 40, -2, -9], // MetadataUnits
        &[-4, 8, -30, -14, -16, -13], // MetadataWords
        &[5, -22, -14, 2, 4, 14, 7], // BylineUnits
        &[2, -6, 6, -4, 10, -2], // BylineWords
        &[27, -8, -3, 5, 6, -20, 7], // ContentUnits
        &[50, 17, 16, 22, 16, -2], // ContentWords
        &[-4, 7, -5, 19, 18, 0, 5], // RelatedUnits
        &[0, 3, -6, -4, -2, -3], // RelatedWords
        &[3, -11, -15, -15, -14, -13, -11], // CarouselUnits
        &[11, -34, -24, -21, -22, -19], // CarouselWords
        &[6, -34, -19, -6, 10, 20, 29], // FormUnits
        &[23, -21, 40, 22, 43, 53], // FormWords
        &[21, 0, 6, 10, 1, 6, -16], // NavigationUnits
        &[-14, 10, 1, -28, -18, -8], // NavigationWords
        &[11, -39, -31, -30, -23, -23, -23], // SignupUnits
        &[15, -43, -21, -19, -20, -24], // SignupWords
        &[2, -9, -11, -6, -3, 1, -4], // ContactUnits
        &[8, -28, -12, -8, -13, -11], // ContactWords
        &[11, 14, 20, -3, -4, -17, -11], // TitleUnits
        &[8, 2, -23, 4, -10, -7], // TitleWords
        &[0, -6, -4, 14, 7, -2, -4], // TagsUnits
        &[-1, 9, 4, -5, -14, -17], // TagsWords
        &[-3, -3, 1, -14, -1, 11, -12], // ProseCount
        &[-14, 14, 21, -3, -12, 2, 5], // LongProseCount
        &[17, -1, 10, -2, 3, 5, 5], // Headings1Count
        &[105, 45, -11, -33, -29, 10, 13], // Headings2Count
        &[30, -4, 3, -1, -20, -9, -4], // Headings3Count
        &[7, -23, -2, -8, 7, -9, -10], // Headings4Count
        &[1, -8, -2, -7, -14, 2, -16], // CellsCount
        &[5, -12, -1, 5, 20, 15, -1], // MetadataCount
        &[12, -20, -27, -26, -25, -30, -23], // PricesCount
        &[1, -9, -13, 16, 29, -17], // ProseShare
        &[-1, 15, 1, 0, 3, 6], // CodeShare
        &[24, -11, -5, -8, -13, -30], // ArticleShare
        &[10, 22, -14, 3, 0, 0], // Words
        &[2, -22], // DeclaredArticle
        &[5, -37], // DeclaredNewsArticle
        &[1, -24], // DeclaredBlogPosting
        &[1, -14], // DeclaredProduct
        &[1, -17], // DeclaredOffer
        &[0, 5], // DeclaredRating
        &[0, 4], // DeclaredList
        &[0, -5], // DeclaredCollection
        &[0, -11], // DeclaredQuestions
        &[0, 42], // DeclaredQuestion
        &[-2, 98], // DeclaredDiscussion
        &[0, -2], // DeclaredTechnical
        &[0, -4], // DeclaredService
        &[0, -11], // DeclaredBusiness
        &[-4, 8], // DeclaredOrganization
        &[-10, 26], // DeclaredPerson
        &[11, -29], // DeclaredPage
        &[3, -10], // DeclaredPath
        &[0, -1], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[43, -47], // DeclaredGraphArticle
        &[-12, 36], // DeclaredGraphPage
        &[0, -12], // DeclaredGraphProduct
    ]),
    // product
    (-443, [
        &[7, -14, 3, -3, -2, -1, -13], // ForumUnits
        &[-1, 11, -21, 3, -2, -3], // ForumWords
        &[-12, 49, 62, 54, 71, 26, 25], // ShopUnits
        &[-8, 35, 28, 49, 21, 39], // ShopWords
        &[5, -21, 1, -8, 1, 32, -14], // ProductUnits
        &[1, -22, -9, -1, 31, 67], // ProductWords
        &[20, -7, -4, -6, 17, 2, -8], // CardUnits
        &[29, -17, 12, 4, 3, -6], // CardWords
        &[14, -30, 12, 3, -6, -11, -4], // ArticleUnits
        &[13, 12, -6, 14, -7, -9], // ArticleWords
        &[-6, 43, 30, 45, 11, 49, 37], // ReviewsUnits
        &[-6, 33, 28, 56, 41, 29], // ReviewsWords
        &[-1, 11, 1, 7, 6, 3, 3], // CommentsUnits
        &[-1, 9, 2, 6, 2, 2], // CommentsWords
        &[-5, 0, 1, 7, 7, 5, 17], // MetadataUnits
        &[-15, 8, 37, 14, 24, 10], // MetadataWords
        &[5, -7, -18, -14, -13, -11, -11], // BylineUnits
        &[13, -32, -10, -10, -10, -9], // BylineWords
        &[17, 2, 4, -10, 23, -17, 4], // ContentUnits
        &[3, -9, -12, -14, -12, 1], // ContentWords
        &[2, 1, -15, -10, 3, -12, -8], // RelatedUnits
        &[-5, 12, -12, 16, 3, 2], // RelatedWords
        &[-13, 72, 56, 33, 57, 62, 47], // CarouselUnits
        &[-18, 52, 48, 53, 44, 34], // CarouselWords
        &[-7, 8, -12, -9, -3, 26, -6], // FormUnits
        &[-15, 7, -4, 5, -19, -19], // FormWords
        &[20, 5, -2, 6, -20, -7, 7], // NavigationUnits
        &[-1, -7, 5, 9, 4, 12], // NavigationWords
        &[-1, -12, 29, 13, 7, 7, 7], // SignupUnits
        &[0, -1, -4, 4, 0, -1], // SignupWords
        &[0, 4, -8, -13, -9, -6, -5], // ContactUnits
        &[4, -9, -22, -19, -20, -16], // ContactWords
        &[22, -10, -1, 6, -2, -20, 24], // TitleUnits
        &[5, 4, -23, -18, -19, -13], // TitleWords
        &[-4, 17, 18, 12, -7, -1, 5], // TagsUnits
        &[-4, 8, 11, 7, 13, 24], // TagsWords
        &[2, 0, 34, 1, -1, -12, 14], // ProseCount
        &[19, 34, 1, -4, -22, 4, 3], // LongProseCount
        &[13, -3, 39, 33, 20, 20, 18], // Headings1Count
        &[-3, 0, -2, -8, 15, 13, -6], // Headings2Count
        &[27, -6, 5, -9, -5, -19, -1], // Headings3Count
        &[9, -13, -8, -10, -21, -10, -8], // Headings4Count
        &[-5, 27, 35, 30, 52, 36, 23], // CellsCount
        &[11, -9, -10, -5, -8, -9, -6], // MetadataCount
        &[-19, 45, 75, 57, 19, 13, 11], // PricesCount
        &[-3, 0, 10, -16, 21, -10], // ProseShare
        &[1, -4, -9, -7, -5, -5], // CodeShare
        &[17, 10, -9, 0, -14, -23], // ArticleShare
        &[6, 32, 12, 2, -2, -9], // Words
        &[2, -16], // DeclaredArticle
        &[3, -26], // DeclaredNewsArticle
        &[1, -13], // DeclaredBlogPosting
        &[-9, 115], // DeclaredProduct
        &[-5, 101], // DeclaredOffer
        &[0, -2], // DeclaredRating
        &[1, -47], // DeclaredList
        &[1, -51], // DeclaredCollection
        &[1, -24], // DeclaredQuestions
        &[0, -3], // DeclaredQuestion
        &[0, -3], // DeclaredDiscussion
        &[0, -2], // DeclaredTechnical
        &[0, -5], // DeclaredService
        &[0, 1], // DeclaredBusiness
        &[12, -25], // DeclaredOrganization
        &[6, -14], // DeclaredPerson
        &[-4, 10], // DeclaredPage
        &[-3, 8], // DeclaredPath
        &[0, -1], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[26, -29], // DeclaredGraphArticle
        &[-2, 7], // DeclaredGraphPage
        &[-3, 84], // DeclaredGraphProduct
    ]),
    // listing
    (-341, [
        &[7, -11, 9, -7, 9, -6, -16], // ForumUnits
        &[6, 3, 10, 7, 0, -12], // ForumWords
        &[-8, 29, 9, 15, 20, 53, 62], // ShopUnits
        &[-6, 20, 44, 26, 45, 27], // ShopWords
        &[4, -18, -5, 13, -11, -11, 40], // ProductUnits
        &[2, -6, 37, 12, -13, -18], // ProductWords
        &[-17, 6, 5, 8, -11, 8, 2], // CardUnits
        &[-20, -28, -22, 8, 15, 26], // CardWords
        &[27, 12, -29, 2, -10, -24, -13], // ArticleUnits
        &[31, 12, 2, -22, 5, -21], // ArticleWords
        &[0, -7, 9, -16, 26, 10, -2], // ReviewsUnits
        &[0, 1, 10, -18, 12, 7], // ReviewsWords
        &[4, -31, -11, -19, -10, -20, -14], // CommentsUnits
        &[1, -1, -16, -12, -18, -15], // CommentsWords
        &[6, -16, -5, -9, 17, 4, 10], // MetadataUnits
        &[24, -16, -27, -19, -21, -14], // MetadataWords
        &[0, -11, 1, 8, 30, 19, 28], // BylineUnits
        &[1, -3, 15, 12, 9, 21], // BylineWords
        &[12, 27, 10, 13, -7, 7, -6], // ContentUnits
        &[17, 23, 15, 20, 20, -2], // ContentWords
        &[3, -9, 17, -23, -7, 5, 1], // RelatedUnits
        &[16, -31, -11, -11, 1, 2], // RelatedWords
        &[5, -27, -25, -14, 4, -45, -9], // CarouselUnits
        &[5, -12, -17, -17, -4, -6], // CarouselWords
        &[9, -9, 1, -14, 5, 3, 17], // FormUnits
        &[7, -9, 14, 11, 28, 32], // FormWords
        &[-10, -2, 21, 15, -4, 7, -7], // NavigationUnits
        &[-6, 5, -3, -24, -27, 20], // NavigationWords
        &[2, 3, -29, 3, 2, -3, 2], // SignupUnits
        &[-23, 69, 29, 22, 23, 22], // SignupWords
        &[4, -12, -19, -4, -26, 10, -9], // ContactUnits
        &[3, -10, -11, -9, -15, -12], // ContactWords
        &[-23, 10, 9, -31, 15, 22, -9], // TitleUnits
        &[-8, -8, 48, 15, 10, 32], // TitleWords
        &[2, -13, -20, -1, 13, 27, -4], // TagsUnits
        &[0, -9, 34, 19, 9, 26], // TagsWords
        &[23, 42, 14, 40, -15, -2, -10], // ProseCount
        &[20, 12, -5, -24, 19, -10, 7], // LongProseCount
        &[61, -5, 4, 23, 23, 19, 12], // Headings1Count
        &[19, 44, 48, -63, 8, 33, 22], // Headings2Count
        &[-2, 29, 23, -32, -15, 22, 37], // Headings3Count
        &[-8, 6, -12, 29, 46, 18, 23], // Headings4Count
        &[6, -35, -37, -41, -39, -51, -39], // CellsCount
        &[21, -31, -15, -4, 35, 21, 20], // MetadataCount
        &[-17, 32, 19, 26, 43, 66, 70], // PricesCount
        &[46, 103, 48, 28, 24, -29], // ProseShare
        &[4, -55, -53, -46, -38, -39], // CodeShare
        &[-3, -2, 3, -20, -15, 10], // ArticleShare
        &[-3, -11, 1, -14, 3, 20], // Words
        &[3, -25], // DeclaredArticle
        &[6, -41], // DeclaredNewsArticle
        &[2, -32], // DeclaredBlogPosting
        &[5, -61], // DeclaredProduct
        &[2, -34], // DeclaredOffer
        &[0, 3], // DeclaredRating
        &[-3, 92], // DeclaredList
        &[-1, 86], // DeclaredCollection
        &[-1, 21], // DeclaredQuestions
        &[0, -2], // DeclaredQuestion
        &[0, -13], // DeclaredDiscussion
        &[0, -6], // DeclaredTechnical
        &[0, -15], // DeclaredService
        &[0, 0], // DeclaredBusiness
        &[-11, 24], // DeclaredOrganization
        &[29, -75], // DeclaredPerson
        &[6, -15], // DeclaredPage
        &[-2, 5], // DeclaredPath
        &[0, 5], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[27, -30], // DeclaredGraphArticle
        &[7, -20], // DeclaredGraphPage
        &[0, -9], // DeclaredGraphProduct
    ]),
    // documentation
    (-460, [
        &[18, 1, -4, -14, -8, -28, -29], // ForumUnits
        &[28, 8, -10, -15, -9, -41], // ForumWords
        &[2, -3, -12, -14, -12, -12, -12], // ShopUnits
        &[8, -37, -23, -20, -19, -19], // ShopWords
        &[-6, 55, 4, -14, -24, -14, -15], // ProductUnits
        &[17, 12, -37, -31, -29, -19], // ProductWords
        &[8, -2, 8, -11, 0, 0, -1], // CardUnits
        &[15, 16, 7, -22, 5, -13], // CardWords
        &[-4, -19, 47, 11, 15, 2, -18], // ArticleUnits
        &[16, 21, 20, 6, 18, -20], // ArticleWords
        &[-2, 22, 17, 11, 9, 8, 8], // ReviewsUnits
        &[0, 1, -10, -8, -6, -6], // ReviewsWords
        &[-2, 23, 4, 4, 3, 4, 2], // CommentsUnits
        &[1, -12, 6, -4, 1, -4], // CommentsWords
        &[-9, 33, 0, -10, -8, -6, -7], // MetadataUnits
        &[-16, 15, -12, -5, -6, 5], // MetadataWords
        &[11, -33, -26, -21, -21, -23, -20], // BylineUnits
        &[19, -47, -16, -16, -16, -17], // BylineWords
        &[36, 40, 4, 24, 25, 7, -15], // ContentUnits
        &[11, 5, 5, 14, 16, -1], // ContentWords
        &[-11, 44, 14, 3, 3, 4, 9], // RelatedUnits
        &[15, -33, 2, -9, -7, -7], // RelatedWords
        &[5, -28, -21, -24, -21, -20, -18], // CarouselUnits
        &[16, -49, -33, -31, -30, -26], // CarouselWords
        &[-10, 5, 12, 4, -12, 3, 2], // FormUnits
        &[-5, 7, -20, -8, -13, -14], // FormWords
        &[-26, 28, 10, -7, 0, 3, -2], // NavigationUnits
        &[-3, 3, -22, 1, 2, 29], // NavigationWords
        &[9, -36, -24, -20, -18, -18, -18], // SignupUnits
        &[14, -42, -15, -15, -15, -16], // SignupWords
        &[0, -5, 7, -1, -6, -2, -1], // ContactUnits
        &[3, -9, -10, -8, -8, -9], // ContactWords
        &[9, 8, 1, -13, -1, 1, 3], // TitleUnits
        &[10, 2, -20, -13, 2, -7], // TitleWords
        &[4, -13, -12, -16, 3, -10, -8], // TagsUnits
        &[4, -14, 2, -1, 8, -5], // TagsWords
        &[-5, 2, -7, -1, -10, -18, 48], // ProseCount
        &[-14, 15, 12, -12, -4, 10, 4], // LongProseCount
        &[-24, 3, -29, -25, -20, -19, -19], // Headings1Count
        &[-48, 7, 4, 14, -2, -20, -10], // Headings2Count
        &[-9, 2, 27, -1, -14, 6, 3], // Headings3Count
        &[2, 4, -9, -8, 3, 8, 0], // Headings4Count
        &[-4, 48, 26, 24, 31, 14, 30], // CellsCount
        &[50, -41, -42, -37, -30, -23, -24], // MetadataCount
        &[20, -46, -45, -41, -43, -44, -38], // PricesCount
        &[-1, -5, 9, 30, 10, -12], // ProseShare
        &[-14, 167, 172, 124, 112, 114], // CodeShare
        &[2, -10, -1, 24, 17, -7], // ArticleShare
        &[-1, -4, 8, -23, 8, 19], // Words
        &[0, -3], // DeclaredArticle
        &[3, -25], // DeclaredNewsArticle
        &[1, -20], // DeclaredBlogPosting
        &[1, -16], // DeclaredProduct
        &[1, -21], // DeclaredOffer
        &[0, -11], // DeclaredRating
        &[0, -9], // DeclaredList
        &[0, -3], // DeclaredCollection
        &[1, -20], // DeclaredQuestions
        &[0, -6], // DeclaredQuestion
        &[0, -2], // DeclaredDiscussion
        &[0, 43], // DeclaredTechnical
        &[0, -5], // DeclaredService
        &[0, -8], // DeclaredBusiness
        &[11, -24], // DeclaredOrganization
        &[17, -43], // DeclaredPerson
        &[13, -35], // DeclaredPage
        &[1, -3], // DeclaredPath
        &[0, 0], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[13, -14], // DeclaredGraphArticle
        &[2, -8], // DeclaredGraphPage
        &[0, -11], // DeclaredGraphProduct
    ]),
    // service
    (-350, [
        &[-7, -7, -11, 2, 16, 18, 7], // ForumUnits
        &[7, -11, 18, 4, -7, -4], // ForumWords
        &[12, -22, -58, -25, -61, -76, -60], // ShopUnits
        &[8, -33, -44, -38, -40, -36], // ShopWords
        &[-21, 9, -4, 32, 48, -13, -16], // ProductUnits
        &[9, -28, 5, 70, 38, -12], // ProductWords
        &[-6, 0, 6, 12, -9, -24, 12], // CardUnits
        &[-37, -6, -7, 12, 7, 10], // CardWords
        &[-13, 15, -6, -25, 23, 10, 4], // ArticleUnits
        &[52, 34, 19, 23, -19, -38], // ArticleWords
        &[0, 10, -10, 6, 3, -7, -5], // ReviewsUnits
        &[-4, 14, 35, 36, 15, 16], // ReviewsWords
        &[4, -20, -14, -25, -25, -21, -20], // CommentsUnits
        &[6, -29, -28, -34, -33, -31], // CommentsWords
        &[3, -12, 15, -5, -4, 9, -7], // MetadataUnits
        &[18, -17, 9, 4, 0, 11], // MetadataWords
        &[11, -43, -14, -15, -20, -22, -21], // BylineUnits
        &[8, -20, -7, 5, -4, -7], // BylineWords
        &[-36, -25, -19, -14, -31, 11, 6], // ContentUnits
        &[-14, 0, 5, -4, 1, 0], // ContentWords
        &[8, -34, -1, 0, -8, 7, -3], // RelatedUnits
        &[11, -27, 15, 2, -7, -3], // RelatedWords
        &[1, 1, -6, -3, -25, -12, -17], // CarouselUnits
        &[-8, 13, 49, 45, 24, 4], // CarouselWords
        &[-3, 15, 0, -13, 1, 6, 0], // FormUnits
        &[-5, 0, 22, -29, 10, -15], // FormWords
        &[-3, 12, -12, -8, 27, -3, -10], // NavigationUnits
        &[2, -7, 13, 20, 31, -27], // NavigationWords
        &[8, -27, -21, -33, -22, -20, -22], // SignupUnits
        &[14, -42, -19, -20, -17, -17], // SignupWords
        &[-11, 39, 37, 47, 59, 25, 32], // ContactUnits
        &[-4, 14, 42, 20, 26, 1], // ContactWords
        &[-4, -40, 15, 35, -24, 4, 20], // TitleUnits
        &[-11, -4, 32, 15, 16, 6], // TitleWords
        &[9, -39, -19, -23, -22, -28, -5], // TagsUnits
        &[13, -36, -28, -27, -27, -33], // TagsWords
        &[-17, -47, -38, -7, 23, 5, -17], // ProseCount
        &[46, 1, 19, 8, -13, -37, 17], // LongProseCount
        &[33, -5, 48, 49, 42, 34, 37], // Headings1Count
        &[-28, -57, -20, 31, 29, -13, 0], // Headings2Count
        &[-32, 7, -51, 41, 18, 4, -16], // Headings3Count
        &[-18, 38, 31, 5, -2, 22, 4], // Headings4Count
        &[1, -7, -7, -1, -13, 5, -4], // CellsCount
        &[55, -60, -10, -35, -32, -26, -20], // MetadataCount
        &[-8, 39, 26, 3, 12, -10, -2], // PricesCount
        &[-9, -45, -20, 37, 8, -7], // ProseShare
        &[3, -38, -37, -18, -23, -24], // CodeShare
        &[22, -12, 5, -2, -13, -28], // ArticleShare
        &[0, 12, 1, 27, -15, -9], // Words
        &[3, -27], // DeclaredArticle
        &[4, -30], // DeclaredNewsArticle
        &[1, -26], // DeclaredBlogPosting
        &[4, -52], // DeclaredProduct
        &[1, -18], // DeclaredOffer
        &[0, -3], // DeclaredRating
        &[1, -30], // DeclaredList
        &[0, -18], // DeclaredCollection
        &[-4, 80], // DeclaredQuestions
        &[0, -3], // DeclaredQuestion
        &[0, -18], // DeclaredDiscussion
        &[0, -16], // DeclaredTechnical
        &[0, 50], // DeclaredService
        &[-1, 32], // DeclaredBusiness
        &[-6, 12], // DeclaredOrganization
        &[21, -55], // DeclaredPerson
        &[-11, 28], // DeclaredPage
        &[1, -2], // DeclaredPath
        &[0, 0], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[25, -27], // DeclaredGraphArticle
        &[-14, 43], // DeclaredGraphPage
        &[2, -67], // DeclaredGraphProduct
    ]),
];
